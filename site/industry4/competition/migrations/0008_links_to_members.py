"""Who changed which member an entry is of is on the record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competition", "0007_assignments_taken_back"),
    ]

    operations = [
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
