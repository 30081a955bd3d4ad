from django.apps import AppConfig


def keeps(table: str, when: str = "") -> tuple[str, str]:
    """A trigger of the database that lets the rows of a table stand as written, from a moment on when one is named."""
    name, condition = f"reviews_keep_{table.removeprefix('reviews_')}", f"WHEN ({when}) " if when else ""
    return table, (
        f"DROP TRIGGER IF EXISTS {name} ON {table}; CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW {condition}EXECUTE FUNCTION workflow_refuse_change()"
    )


class ReviewsConfig(AppConfig):
    name = "kerjasama.reviews"
    label = "reviews"
    verbose_name = "TKKSD dan DPRD"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = (
        # An opinion is said once; a changed mind is a new row, and the older one stays as it was.
        keeps("reviews_opinion"),
        keeps("reviews_opinioncondition"),
        keeps("reviews_recusal"),
        # An answered comment and a confirmed paper stay as they are.
        keeps("reviews_remark", when="OLD.answer <> ''"),
        keeps("reviews_signature", when="OLD.signed_at IS NOT NULL"),
        # What the Gubernur, the Menteri or the Menlu answered stays as it was recorded.
        keeps("reviews_exchange", when="OLD.reply <> ''"),
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
        # A meeting of a komisi is written down once, with its minutes.
        keeps("reviews_committeemeeting"),
    )
