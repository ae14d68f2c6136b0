"""A report that was made never changes: triggers refuse it, also for whoever owns the table."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION beleid_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% op % wordt geweigerd: een rapport verandert niet; maak een nieuw rapport',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER rapport_onveranderlijk BEFORE UPDATE OR DELETE ON beleid_rapport
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
CREATE TRIGGER rapportbestand_onveranderlijk BEFORE UPDATE OR DELETE ON beleid_rapportbestand
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
"""

TERUG = """
DROP TRIGGER rapport_onveranderlijk ON beleid_rapport;
DROP TRIGGER rapportbestand_onveranderlijk ON beleid_rapportbestand;
DROP FUNCTION beleid_onveranderlijk();
"""


class Migration(migrations.Migration):
    """Adds the two triggers."""

    dependencies = (("beleid", "0001_initial"),)
    operations = (migrations.RunSQL(VOORUIT, TERUG),)
