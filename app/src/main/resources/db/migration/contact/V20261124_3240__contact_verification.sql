alter table contact.moment
    add column verified text not null default 'NOT' check (verified in
        ('NOT', 'QUESTIONS', 'KNOWN_MAIL', 'CALLED_BACK', 'CARD_SHOWN', 'STRONG_SIGN_IN')),
    add column verified_by text not null default '',
    add constraint verified_by_questions check (verified <> 'QUESTIONS' or verified_by <> '');
comment on table contact.moment is
    'One contact moment on one channel, and how it was made sure who it was. [personal: 10 years]';
