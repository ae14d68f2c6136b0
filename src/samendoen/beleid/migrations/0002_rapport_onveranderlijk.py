"""A report never changes and nobody publishes what they made; bytes go only after it was written down why.

Triggers refuse it, also for whoever owns the tables.
"""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION beleid_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% op % wordt geweigerd: een rapport verandert niet; maak een nieuw rapport',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION beleid_vier_ogen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM beleid_rapport WHERE id = NEW.rapport_id AND maker_id = NEW.door_id) THEN
        RAISE EXCEPTION 'wie een rapport maakt, publiceert het niet' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION beleid_bestand_weg() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM beleid_rapportvernietiging WHERE rapport_id = OLD.rapport_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'een rapport verandert niet; vernietigen begint met opschrijven waarom'
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER rapport_onveranderlijk BEFORE UPDATE OR DELETE ON beleid_rapport
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
CREATE TRIGGER rapportbestand_onveranderlijk BEFORE UPDATE ON beleid_rapportbestand
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
CREATE TRIGGER rapportbestand_weg BEFORE DELETE ON beleid_rapportbestand
    FOR EACH ROW EXECUTE FUNCTION beleid_bestand_weg();
CREATE TRIGGER rapportpublicatie_vier_ogen BEFORE INSERT ON beleid_rapportpublicatie
    FOR EACH ROW EXECUTE FUNCTION beleid_vier_ogen();
CREATE TRIGGER rapportpublicatie_onveranderlijk BEFORE UPDATE OR DELETE ON beleid_rapportpublicatie
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
CREATE TRIGGER rapportvernietiging_onveranderlijk BEFORE UPDATE OR DELETE ON beleid_rapportvernietiging
    FOR EACH STATEMENT EXECUTE FUNCTION beleid_onveranderlijk();
"""

TERUG = """
DROP TRIGGER rapportvernietiging_onveranderlijk ON beleid_rapportvernietiging;
DROP TRIGGER rapportpublicatie_onveranderlijk ON beleid_rapportpublicatie;
DROP TRIGGER rapportpublicatie_vier_ogen ON beleid_rapportpublicatie;
DROP TRIGGER rapportbestand_weg ON beleid_rapportbestand;
DROP TRIGGER rapportbestand_onveranderlijk ON beleid_rapportbestand;
DROP TRIGGER rapport_onveranderlijk ON beleid_rapport;
DROP FUNCTION beleid_bestand_weg();
DROP FUNCTION beleid_vier_ogen();
DROP FUNCTION beleid_onveranderlijk();
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = (("beleid", "0001_initial"),)
    operations = (migrations.RunSQL(VOORUIT, TERUG),)
