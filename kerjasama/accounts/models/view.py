from django.db import models

from kerjasama.accounts.models.user import User


class SavedView(models.Model):
    """How one person likes to see a list: its filters, order and columns as they stand in the address, under a name."""

    MOST = 12

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views", verbose_name="pengguna")
    page = models.SlugField("halaman", max_length=40)
    name = models.CharField("nama", max_length=60)
    query = models.CharField("saringan", max_length=1500)

    class Meta:
        verbose_name = "tampilan tersimpan"
        verbose_name_plural = "tampilan tersimpan"
        ordering = ["name", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="savedview_name_once")]

    def __str__(self) -> str:
        return self.name
