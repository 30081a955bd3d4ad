from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "kerjasama.reviews"
    label = "reviews"
    verbose_name = "TKKSD dan DPRD"
    default_auto_field = "django.db.models.BigAutoField"
    # An opinion is said once; a changed mind is a new row, and the older one stays as it was.
    DATABASE_GUARDS = (
        (
            "reviews_opinion",
            "DROP TRIGGER IF EXISTS reviews_keep_opinion ON reviews_opinion; "
            "CREATE TRIGGER reviews_keep_opinion BEFORE UPDATE OR DELETE ON reviews_opinion "
            "FOR EACH ROW EXECUTE FUNCTION workflow_refuse_change()",
        ),
        # What the Gubernur, the Menteri or the Menlu answered stays as it was recorded.
        (
            "reviews_exchange",
            "DROP TRIGGER IF EXISTS reviews_keep_exchange ON reviews_exchange; "
            "CREATE TRIGGER reviews_keep_exchange BEFORE UPDATE OR DELETE ON reviews_exchange "
            "FOR EACH ROW WHEN (OLD.reply <> '') EXECUTE FUNCTION workflow_refuse_change()",
        ),
    )
