"""The kinds of cooperation, their categories and who begins them, as data."""

from django.db import models


class CooperationKind(models.TextChoices):
    """Kinds of regional cooperation (UU 23/2014 art. 363; PP 28/2018 art. 2, 46)."""

    KSDD = "KSDD", "Kerja Sama Daerah dengan Daerah Lain"
    KSDPK = "KSDPK", "Kerja Sama Daerah dengan Pihak Ketiga"
    KSDPL = "KSDPL", "Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri"
    KSDLL = "KSDLL", "Kerja Sama Daerah dengan Lembaga di Luar Negeri"
    SINERGI = "SINERGI", "Sinergi dengan Pemerintah Pusat"


class Category(models.TextChoices):
    """What the law tells apart inside a kind; `CATEGORIES` says which belongs to which kind."""

    VOLUNTARY = "VOLUNTARY", "sukarela"
    MANDATORY = "MANDATORY", "wajib"
    PUBLIC_SERVICE = "PUBLIC_SERVICE", "pelayanan publik"
    ASSETS = "ASSETS", "pengelolaan aset"
    INVESTMENT = "INVESTMENT", "investasi"
    OTHER_FIELD = "OTHER_FIELD", "bidang lain"
    SISTER = "SISTER", "kembar atau bersaudara"
    FOREIGN_OTHER = "FOREIGN_OTHER", "kerja sama lainnya"
    FORWARDED_BODY = "FORWARDED_BODY", "penerusan: organisasi internasional atau mitra pembangunan"
    FORWARDED_NONPROFIT = "FORWARDED_NONPROFIT", "penerusan: lembaga nirlaba"
    CENTRAL_APPROVAL = "CENTRAL_APPROVAL", "dengan persetujuan Pemerintah Pusat"
    SYNERGY = "SYNERGY", "dukungan program"


#: The categories of each kind, the plainest first (PP 28/2018 art. 3, 15, 24, 25, 46).
CATEGORIES: dict[str, tuple[str, ...]] = {
    CooperationKind.KSDD: (Category.VOLUNTARY, Category.MANDATORY),
    CooperationKind.KSDPK: (Category.PUBLIC_SERVICE, Category.ASSETS, Category.INVESTMENT, Category.OTHER_FIELD),
    CooperationKind.KSDPL: (Category.SISTER, Category.FOREIGN_OTHER),
    CooperationKind.KSDLL: (Category.FORWARDED_BODY, Category.FORWARDED_NONPROFIT, Category.CENTRAL_APPROVAL),
    CooperationKind.SINERGI: (Category.SYNERGY,),
}


class Initiative(models.TextChoices):
    """Who begins (PP 28/2018 art. 17-18, 28(1)-(2))."""

    REGION = "REGION", "Prakarsa daerah"
    THIRD_PARTY = "THIRD_PARTY", "Prakarsa pihak ketiga"
    PARTNER = "PARTNER", "Prakarsa mitra, disampaikan langsung"
    VIA_CENTRE = "VIA_CENTRE", "Prakarsa mitra, melalui Menteri Dalam Negeri atau Menteri Luar Negeri"


class Direction(models.TextChoices):
    """Who asks whom: every proposal is one or the other."""

    OUTGOING = "OUTGOING", "Keluar (daerah ini yang memohon)"
    INCOMING = "INCOMING", "Masuk (pihak lain yang memohon)"


class ShortStage(models.IntegerChoices):
    """The seven stages of the regional SOP, used in lists and charts."""

    REQUEST = 1, "Surat permohonan"
    WILLINGNESS = 2, "Surat kesediaan"
    TKKSD = 3, "Pembahasan TKKSD"
    DPRD = 4, "Persetujuan DPRD"
    PARAF = 5, "Pemarafan"
    SIGNING = 6, "Penandatanganan"
    MONEV = 7, "Monitoring dan evaluasi"
