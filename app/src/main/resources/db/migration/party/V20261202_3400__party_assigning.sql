-- A consent is only added to; but whose it was may turn out when two who were one are parted.
grant update (party_id) on party.consent to ${app};
