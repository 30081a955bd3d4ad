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
        # A question is answered once, and neither its words nor its answer change afterwards.
        (
            "reviews_question",
            "DROP TRIGGER IF EXISTS reviews_keep_question ON reviews_question; "
            "CREATE TRIGGER reviews_keep_question BEFORE UPDATE ON reviews_question "
            "FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL OR (OLD.body, OLD.asked_by_id, OLD.asked_as, OLD.asked_at, OLD.text, "
            "OLD.unit_id, OLD.paper_id) IS DISTINCT FROM (NEW.body, NEW.asked_by_id, NEW.asked_as, NEW.asked_at, NEW.text, "
            "NEW.unit_id, NEW.paper_id)) EXECUTE FUNCTION workflow_refuse_change(); "
            "DROP TRIGGER IF EXISTS reviews_undying_question ON reviews_question; "
            "CREATE TRIGGER reviews_undying_question BEFORE DELETE ON reviews_question "
            "FOR EACH ROW EXECUTE FUNCTION workflow_refuse_change()",
        ),
    )
