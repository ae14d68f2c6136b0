"""Nothing may change an event: triggers refuse it, also for whoever owns the table."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION kernel_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% op % wordt geweigerd: een gebeurtenis verandert niet; leg een herroeping vast',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER gebeurtenis_onveranderlijk BEFORE UPDATE OR DELETE ON kernel_gebeurtenis
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_onveranderlijk();
CREATE TRIGGER gebeurtenis_niet_leeg BEFORE TRUNCATE ON kernel_gebeurtenis
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_onveranderlijk();
CREATE TRIGGER gebeurtenisinhoud_onveranderlijk BEFORE UPDATE ON kernel_gebeurtenisinhoud
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_onveranderlijk();
CREATE TRIGGER gebeurtenisinhoud_niet_leeg BEFORE TRUNCATE ON kernel_gebeurtenisinhoud
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_onveranderlijk();
"""

TERUG = """
DROP TRIGGER gebeurtenis_onveranderlijk ON kernel_gebeurtenis;
DROP TRIGGER gebeurtenis_niet_leeg ON kernel_gebeurtenis;
DROP TRIGGER gebeurtenisinhoud_onveranderlijk ON kernel_gebeurtenisinhoud;
DROP TRIGGER gebeurtenisinhoud_niet_leeg ON kernel_gebeurtenisinhoud;
DROP FUNCTION kernel_onveranderlijk();
"""


class Migration(migrations.Migration):
    """Adds the four triggers."""

    dependencies = (("kernel", "0001_initial"),)
    operations = (migrations.RunSQL(VOORUIT, TERUG),)
