"""Operations, grouped."""
