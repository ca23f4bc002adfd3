// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseFindings;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseQuestion;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.contact.ContactMoment;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Relation;
import be.onthaal.post.EntryId;
import be.onthaal.post.InboxFilter;
import be.onthaal.post.InboxLine;
import be.onthaal.post.PostFilter;
import be.onthaal.post.PostLine;
import be.onthaal.post.RegisterEntry;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is shown, with the consultation of it in the same transaction. */
@Service
class Readings {

    private static final int LINES = 200;

    private final ReadModules modules;
    private final Timeline timeline;
    private final Search search;
    private final Audit audit;

    Readings(ReadModules modules, Timeline timeline, Search search, Audit audit) {
        this.modules = modules;
        this.timeline = timeline;
        this.search = search;
        this.audit = audit;
    }

    @Transactional
    List<Found> customers(String query, int most) {
        List<Found> found =
                query.isBlank() ? List.of() : search.find(query, List.of("PARTY"), most);
        list("api.customers-searched", found.stream().map(Found::ref));
        return found;
    }

    @Transactional
    Page<CaseLine> cases(CaseFilter filter, PageRequest page) {
        Page<CaseLine> lines = modules.cases().list(filter, page);
        list(
                "api.cases-listed",
                lines.rows().stream()
                        .flatMap(line -> line.customer().party().stream())
                        .map(PartyId::value));
        return lines;
    }

    @Transactional
    CaseFindings search(CaseQuestion question, PageRequest page) {
        CaseFindings findings = modules.caseSearch().search(question, page);
        list(
                "api.cases-searched",
                findings.page().rows().stream()
                        .flatMap(one -> one.line().customer().party().stream())
                        .map(PartyId::value));
        return findings;
    }

    @Transactional
    Page<InboxLine> inbox(InboxFilter filter, PageRequest page) {
        Page<InboxLine> lines = modules.post().inbox(filter, page);
        list(
                "api.inbox-listed",
                lines.rows().stream()
                        .flatMap(line -> line.piece().party().stream())
                        .map(PartyId::value));
        return lines;
    }

    @Transactional
    Page<PostLine> entries(PostFilter filter, PageRequest page) {
        Page<PostLine> lines = modules.postLists().list(filter, page);
        list(
                "desk.post-viewed",
                lines.rows().stream()
                        .flatMap(line -> line.entry().piece().party().stream())
                        .map(PartyId::value));
        return lines;
    }

    @Transactional
    RegisterEntry entry(EntryId id) {
        RegisterEntry entry = modules.post().get(id);
        var subject =
                AuditEvent.Subject.of(
                        "POST",
                        id.value(),
                        entry.filing().confidentiality(),
                        entry.filing().unit());
        audit.consulted(
                AuditEvent.of("post.viewed", subject)
                        .about(entry.piece().party().map(PartyId::value).stream().toList())
                        .with("number", entry.number().display()));
        return entry;
    }

    @Transactional
    List<ContactMoment> contacts(PartyId party) {
        return modules.contacts().ofParty(modules.parties().consult(party).members(), LINES);
    }

    @Transactional
    List<Relation> relations(PartyId id) {
        Party party = modules.parties().get(id);
        List<Relation> relations = modules.relations().of(id);
        modules.parties()
                .consulted(party, relations.stream().map(one -> one.other().id()).toList());
        return relations;
    }

    @Transactional
    List<TimelineLine> story(PartyId party) {
        return timeline.of(
                modules.parties().consult(party).members().stream().map(PartyId::value).toList(),
                LINES);
    }

    /** After the case itself was consulted. */
    @Transactional(readOnly = true)
    List<TimelineLine> story(CaseId file) {
        return timeline.of(file.value(), LINES);
    }

    /** One line in the log with all the customers on a list, and none without any. */
    private void list(String action, Stream<UUID> shown) {
        List<UUID> parties = shown.distinct().toList();
        if (!parties.isEmpty()) {
            UUID authority = Callers.current().authority().value();
            audit.consulted(
                    AuditEvent.of(action, AuditEvent.Subject.of("LIST", authority)).about(parties));
        }
    }
}
