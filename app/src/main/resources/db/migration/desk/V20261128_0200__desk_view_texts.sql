-- What a view looks for in fields of text may name somebody too: it stands beside the words, never in an address.
alter table desk.saved_view add column texts text not null default '';
