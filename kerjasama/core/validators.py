from decimal import Decimal

from django.core.validators import MinValueValidator

NON_NEGATIVE = MinValueValidator(Decimal(0), "Nilai tidak boleh negatif.")
