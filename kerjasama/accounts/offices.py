"""The offices that act. A person acts because he holds one, never in his own name."""

from django.db import models


class Office(models.TextChoices):
    OPD = "OPD", "Perangkat daerah"
    BAGIAN = "BAGIAN", "Bagian Kerja Sama"
    KABAG = "KABAG", "Kepala Bagian Kerja Sama"
    HUKUM = "HUKUM", "Bagian Hukum"
    BPKAD = "BPKAD", "BPKAD"
    BAPPEDA = "BAPPEDA", "Bappeda"
    ASISTEN = "ASISTEN", "Asisten Sekretaris Daerah"
    SEKDA = "SEKDA", "Sekretaris Daerah"
    KDH = "KDH", "Kepala Daerah"
    TKKSD = "TKKSD", "Anggota TKKSD"
    SETWAN = "SETWAN", "Sekretariat DPRD"
    DPRD_MEMBER = "DPRD_MEMBER", "Pimpinan/Anggota DPRD"
    INSPEKTORAT = "INSPEKTORAT", "Inspektorat"
    ADMIN = "ADMIN", "Administrator"
    SYSTEM = "SYSTEM", "Sistem"
    PARTNER = "PARTNER", "Mitra"


class Capacity(models.TextChoices):
    """In what right the seat is held. Both names stay in the record of an act."""

    DEFINITIVE = "DEFINITIVE", "Definitif"
    PLT = "PLT", "Pelaksana tugas (Plt.)"
    PLH = "PLH", "Pelaksana harian (Plh.)"
    PJ = "PJ", "Penjabat (Pj.)"


ACTING_PREFIX = {Capacity.PLT: "Plt.", Capacity.PLH: "Plh.", Capacity.PJ: "Pj."}

#: One person at a time, for a unit.
SINGLE_SEAT = frozenset({Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH})

#: The seat counts for the cases of its own unit only.
UNIT_BOUND = frozenset({Office.OPD})

#: Never handed to an acting official: no duty of law hangs on them.
NOT_DELEGABLE = frozenset({Office.ADMIN, Office.DPRD_MEMBER, Office.SYSTEM, Office.PARTNER})

#: Follow from the account itself; nobody is ever assigned to them.
NEVER_ASSIGNED = frozenset({Office.SYSTEM, Office.PARTNER})

#: Work inside the admin site: the TKKSD reads and speaks there, its secretariat keeps the meetings, the others look after it.
ADMIN_SITE_OFFICES = frozenset({Office.TKKSD, Office.KABAG, Office.BAGIAN, Office.ADMIN, Office.INSPEKTORAT})

#: Who parafs, signs, decides or administers: a password alone does not open these seats.
SECOND_FACTOR_OFFICES = frozenset({Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH, Office.SETWAN, Office.ADMIN})

#: Outside the executive: they read what was laid before the DPRD, and nothing else.
#: Only the Sekretariat acts; a member reads.
DPRD_OFFICES = frozenset({Office.SETWAN, Office.DPRD_MEMBER})

#: Username of the account in whose name the clock acts (expiry, reminders), and a partner who has no account.
SYSTEM_USERNAME = "sistem"
