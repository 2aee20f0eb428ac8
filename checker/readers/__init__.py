"""Files from outside become models here."""
