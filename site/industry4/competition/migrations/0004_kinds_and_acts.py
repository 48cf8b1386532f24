"""Recusals have a kind, and more of what is done is on the record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competition", "0003_jury_group"),
    ]

    operations = [
        migrations.AddField(
            model_name="recusal",
            name="kind",
            field=models.CharField(
                choices=[
                    ("work", "work for the entrant, now or before"),
                    (
                        "board",
                        "a seat on the advisory board for the entrant, or beside somebody of theirs",
                    ),
                    ("initiative", "an initiative in common with the entrant"),
                    ("personal", "kinship or personal acquaintance"),
                    ("other", "another interest"),
                ],
                default="other",
                max_length=10,
                verbose_name="conflict of interest",
            ),
        ),
        migrations.AlterField(
            model_name="recordentry",
            name="act",
            field=models.CharField(
                choices=[
                    ("submitted", "Entry submitted"),
                    ("withdrawn", "Entry withdrawn"),
                    ("eligible", "Entry found eligible"),
                    ("returned", "Entry returned with questions"),
                    ("answered", "Questions answered"),
                    ("refused", "Entry refused"),
                    ("member_set", "Entry linked to a member"),
                    ("member_cleared", "Link to a member removed"),
                    ("rules_changed", "Criteria or questions changed"),
                    ("seated", "Juror appointed"),
                    ("unseated", "Juror dismissed"),
                    ("assigned", "Entry assigned"),
                    ("unassigned", "Assignment taken back"),
                    ("recused", "Juror recused"),
                    ("reinstated", "Recusal lifted"),
                    ("judging_opened", "Judging opened"),
                    ("scored", "Scores submitted"),
                    ("reopened", "Scores reopened"),
                    ("judging_closed", "Judging closed"),
                    ("decided", "Decided"),
                    ("scheduled", "Publication scheduled"),
                    ("published", "Results published"),
                    ("erased", "Personal data erased"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
    ]
