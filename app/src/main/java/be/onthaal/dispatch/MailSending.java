// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.internal.MailEffect;
import be.onthaal.dispatch.internal.ReplyAddresses;
import be.onthaal.dispatch.spi.MailDelayed;
import be.onthaal.dispatch.spi.MailRefused;
import be.onthaal.dispatch.spi.MailTransport;
import be.onthaal.dispatch.spi.OutgoingMail;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.spi.EffectHandler;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands queued mail to the mail server and writes down how that went. */
@Component
class MailSending implements EffectHandler {

    private final Dispatches dispatches;
    private final MailTransport transport;
    private final ReplyAddresses replyAddresses;

    MailSending(Dispatches dispatches, MailTransport transport, ReplyAddresses replyAddresses) {
        this.dispatches = dispatches;
        this.transport = transport;
        this.replyAddresses = replyAddresses;
    }

    @Override
    public String kind() {
        return MailEffect.KIND;
    }

    /** A mail that was sent just before a crash goes again, under the same message id. */
    @Override
    public void perform(Effect effect) throws MailDelayed {
        Dispatch dispatch = dispatches.get(MailEffect.dispatch(effect));
        switch (dispatch.state()) {
            case SENT, BOUNCED, WITHHELD -> {}
            case QUEUED, FAILED -> send(dispatch);
        }
    }

    @Override
    public void givenUp(Effect effect, String problem) {
        dispatches.failed(MailEffect.dispatch(effect), problem);
    }

    private void send(Dispatch dispatch) throws MailDelayed {
        try {
            transport.send(mail(dispatch));
            dispatches.sent(dispatch.id());
        } catch (MailRefused refusal) {
            dispatches.failed(dispatch.id(), refusal.answer());
        }
    }

    private OutgoingMail mail(Dispatch dispatch) {
        NewDispatch what = dispatch.what();
        var sender = new EmailAddress(what.sender().address());
        return new OutgoingMail(
                dispatch.messageId(),
                sender,
                what.sender().name(),
                new EmailAddress(what.recipient()),
                what.sender().marked()
                        ? replyAddresses.make(authority(), dispatch.id(), sender)
                        : Optional.empty(),
                what.subject(),
                what.text(),
                what.inReplyTo(),
                what.references(),
                what.automatic(),
                dispatch.madeAt());
    }

    private static AuthorityId authority() {
        return Callers.current().authority();
    }
}
