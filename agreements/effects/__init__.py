"""What follows an act on a naskah, as a table."""

from agreements import entries
from agreements.effects import amending as m
from agreements.effects import cut_over as k
from agreements.effects import electronic as x
from agreements.effects import originals as o
from agreements.effects import papers as p
from agreements.effects import power as w
from agreements.effects import rows as r
from agreements.effects.foreign import FOREIGN, FOREIGN_TOLD, close_exchanges, lead_case_on
from agreements.effects.news import own_standing, tell_concerned, tell_coordinators, tell_void
from agreements.effects.running import RUNNING, RUNNING_TOLD
from agreements.old_continuing import take_up
from agreements.outgoing import OUTGOING
from kerjasama.documents import corrections, letter_acts
from kerjasama.notifications.notices import tell_turn
from kerjasama.workflow.services import Effects

_TOLD = (
    "return_from_legal",
    "approve_text",
    "enter_from_paper",
    "enter_signed",
    "replan",
    "sign",
    "sign_by_power",
    "record_power",
    "reject_scan",
    "register",
    "expire",
    "cancel",
    *x.ELECTRONIC_TOLD,
    *FOREIGN_TOLD,
    *RUNNING_TOLD,
)
#: Acts that send a letter back: those whose paraf falls with it are told.
LETTER_BACK = tuple(place.back for place in OUTGOING.values())
SIGNED = (r.sign_parties, r.note_first_signature, p.publish_final_text, o.hand_over_at_signing, m.take_effect)

EFFECTS = Effects(
    records={
        "write_version": (r.write_version,),
        "approve_text": (r.lay_chain, p.issue_locked_text),
        "enter_signed": (k.fill_from_paper, p.keep_scan, r.note_first_signature),
        "enter_from_paper": (r.lay_chain, k.take_paper_parafs, p.issue_locked_text, p.issue_paraf_sheet, k.keep_sheet),
        "give_paraf": (r.give_paraf, p.issue_paraf_sheet),
        "give_coordination": (r.give_coordination,),
        "return_from_paraf": (r.void_parafs, p.withdraw_papers),
        "pull_back": (r.void_parafs, p.withdraw_papers),
        "return_from_signing": (r.void_parafs, x.unsign, p.withdraw_papers, r.clear_slots),
        "prepare_signing": (x.check_way, w.check_originals, w.check_signatory, r.fill_slots, p.issue_final_text),
        "sign": SIGNED,
        "sign_by_power": (w.check_power_date, *SIGNED),
        "upload_scan": (w.check_stamps, p.keep_scan),
        "validate_scan": (p.check_scan,),
        "register": (r.note_in_force, take_up),
        "cancel": (
            r.void_parafs,
            x.unsign,
            p.withdraw_papers,
            r.clear_slots,
            close_exchanges,
            letter_acts.stop_waiting,
        ),
        "give_letter_paraf": (letter_acts.give,),
        "revise_draft": (r.void_parafs, p.withdraw_papers),
        "set_validity": (r.state_validity,),
        "propose_correction": (corrections.propose,),
        "confirm_correction": (corrections.confirm, w.power_follows_correction),
        "decline_correction": (corrections.decline,),
        **x.ELECTRONIC,
        **RUNNING,
        "expire": (m.end_amendments,),
        "end_early": (*RUNNING["end_early"], m.end_amendments),
        **w.POWER,
        **o.ORIGINALS,
        **FOREIGN,
    },
    notices={
        **{name: (tell_concerned,) for name in _TOLD},
        **{
            name: (tell_void,)
            for name in ("return_from_paraf", "pull_back", "return_from_signing", "revise_draft", *LETTER_BACK)
        },
        "approve_text": (tell_concerned, tell_coordinators),
        "register": (lead_case_on, tell_concerned),
    },
    always=(own_standing, entries.note, tell_turn),
)
