"""The policy cycle: plan, goals, activities, money and the report to the council."""
