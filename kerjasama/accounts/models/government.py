import hashlib
import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from lxml import etree

from kerjasama.core.levels import RegionLevel, deputy_title, head_title
from kerjasama.core.models import AuditedModel

HEX_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Tulis warna sebagai # dan enam angka heksadesimal.")
HOUSE_COLOUR = "#0e5a61"
#: Links in this colour stand on tinted paper too: 5,6 against white leaves the 4,5 of WCAG there.
MINIMUM_CONTRAST = 5.6
MAX_EMBLEM_CHARACTERS = 100_000
SVG_START = re.compile(r"\s*(<\?xml[^>]*\?>)?\s*<svg[\s>]")
NOT_IN_EMBLEM = re.compile(
    r"<!|<\?xml-stylesheet|<script|<style|<foreignobject|<image|<use|<a[\s>]|<animate|<set[\s>]"
    r"|\son\w+\s*=|href|url\(|style\s*=|javascript:|&#",
    re.IGNORECASE,
)
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = "svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop".split()
DEEPEST = 30


class Government(AuditedModel):
    """The one government that runs this installation: its name, seat, letterhead, brand."""

    name = models.CharField("nama daerah", max_length=120, default="Kabupaten Wanasari")
    level = models.CharField("tingkat", max_length=10, choices=RegionLevel.choices, default=RegionLevel.REGENCY)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    seat_city = models.CharField("ibu kota", max_length=80, default="Wanasari")
    head_title = models.CharField("sebutan kepala daerah", max_length=40, default="Bupati")
    deputy_title = models.CharField("sebutan wakil kepala daerah", max_length=40, default="Wakil Bupati")
    address = models.CharField("alamat", max_length=200, blank=True)
    postal_code = models.CharField("kode pos", max_length=5, blank=True)
    phone = models.CharField("telepon", max_length=40, blank=True)
    website = models.CharField("laman", max_length=100, blank=True)
    email = models.EmailField("surel", blank=True)
    emblem_svg = models.TextField("lambang (SVG)", blank=True)
    emblem_png = models.TextField("lambang (PNG)", blank=True, editable=False)
    # The Garuda: on papers of the head of region only (UU 24/2009 art. 54(1)i, 57 letter d).
    state_emblem_svg = models.TextField("lambang negara (SVG)", blank=True, editable=False)
    state_emblem_png = models.TextField("lambang negara (PNG)", blank=True, editable=False)
    brand_colour = models.CharField("warna utama", max_length=7, default=HOUSE_COLOUR, validators=[HEX_COLOUR])
    unit_code = models.CharField("kode unit dalam nomor", max_length=20, default="KS")
    classification_code = models.CharField("kode klasifikasi arsip", max_length=20, default="100.3.7")

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="government_only_one"),
        ]

    def __str__(self) -> str:
        return f"Pemerintah {self.name}"

    @classmethod
    def current(cls) -> "Government":
        """Our government; an unsaved one with the defaults before it has been set up."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.brand_colour and contrast_with_white(self.brand_colour) < MINIMUM_CONTRAST:
            raise ValidationError({"brand_colour": "Warna ini terlalu muda: tulisan putih di atasnya sulit dibaca."})
        check_emblem(self.emblem_svg)
        check_emblem(self.state_emblem_svg)

    @property
    def emblem(self) -> str:
        """The emblem as a paper takes it: SVG text, or a data: address of a PNG; empty when there is none."""
        return self.emblem_svg or (f"data:image/png;base64,{self.emblem_png}" if self.emblem_png else "")

    @property
    def state_emblem(self) -> str:
        """The state emblem as a paper takes it; empty until the region has given its file."""
        return self.state_emblem_svg or (
            f"data:image/png;base64,{self.state_emblem_png}" if self.state_emblem_png else ""
        )

    @property
    def emblem_url(self) -> str:
        """Where pages find the emblem; the address changes with it, so it may be kept for long."""
        if not self.emblem:
            return ""
        return reverse("accounts:emblem", args=[hashlib.sha256(self.emblem.encode()).hexdigest()[:16]])

    @property
    def brand_css_url(self) -> str:
        """The style sheet with the region's own colours; empty while the colour of the house stands."""
        own = self.brand_colour.lower()
        return "" if own == HOUSE_COLOUR else reverse("accounts:brand", args=[own.removeprefix("#")])

    def set_titles_by_level(self) -> None:
        """Fill the titles that follow from the level; a special region may type its own."""
        self.head_title = head_title(self.level)
        self.deputy_title = deputy_title(self.level)


def brand_ramp(colour: str) -> dict[str, str]:
    """The shades of the pages from one colour (#rrggbb), by the names of their tokens: darker for large fields, paler behind text."""
    black, white = (0, 0, 0), (255, 255, 255)
    return {
        "--brand": colour,
        "--brand-strong": _mixed(colour, black, 0.22),
        "--brand-deep": _mixed(colour, black, 0.42),
        "--brand-soft": _mixed(colour, white, 0.88),
        "--brand-line": _mixed(colour, white, 0.62),
    }


def _mixed(colour: str, other: tuple[int, int, int], share: float) -> str:
    own = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in zip(own, other, strict=True))


def contrast_with_white(colour: str) -> float:
    """WCAG contrast ratio of white text on `colour` (#rrggbb), from 1 to 21."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def check_emblem(svg: str) -> None:
    """Refuse an emblem that could run, load or bloat: it is shown inline and printed."""
    if not svg:
        return
    if len(svg) > MAX_EMBLEM_CHARACTERS:
        raise ValidationError({"emblem_svg": "Berkas lambang paling besar 100 KB."})
    if not SVG_START.match(svg) or NOT_IN_EMBLEM.search(svg) or not _only_draws(svg):
        raise ValidationError(
            {"emblem_svg": "Gunakan SVG sederhana: hanya bentuk, tanpa skrip, gaya, gambar, atau tautan."}
        )


def _only_draws(svg: str) -> bool:
    """Every element is a shape of SVG, whatever prefix it hides behind, and none lies so deep that a printer stumbles."""
    try:
        root = etree.fromstring(
            svg.encode(), parser=etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError:
        return False
    elements = [node for node in root.iter() if isinstance(node.tag, str)]
    drawn = {f"{{{SVG_NAMESPACE}}}{name}" for name in SHAPES}
    return all(node.tag in drawn and sum(1 for _ in node.iterancestors()) < DEEPEST for node in elements)
