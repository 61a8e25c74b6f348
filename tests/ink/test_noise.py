import numpy as np
import pytest

from sketchsvg.ink.keys import mark_seeds
from sketchsvg.ink.noise import lattice_noise


def noise(key: str, length: float, wavelength: float, along: np.ndarray):
    value, slope = lattice_noise(
        mark_seeds(1, [key]), np.array([length]), np.array([wavelength]), np.zeros(len(along), dtype=int), along, (0, 1)
    )
    return value, slope


def test_the_slope_is_the_derivative():
    s = np.linspace(0.0, 100.0, 20_001)
    value, slope = noise("a", 100.0, 9.0, s)
    measured = (value[:, 2:] - value[:, :-2]) / (s[2] - s[0])
    assert np.abs(measured - slope[:, 1:-1]).max() < 1e-4


def test_noise_is_smooth_and_bounded():
    s = np.linspace(0.0, 400.0, 40_001)
    value, slope = noise("b", 400.0, 7.0, s)
    assert np.abs(value).max() <= 1.0
    assert np.abs(np.diff(value)).max() < 0.004
    assert np.abs(np.diff(slope)).max() < 0.002


def test_noise_does_not_depend_on_the_length():
    s = np.linspace(0.0, 20.0, 50)
    short, long = noise("c", 20.0, 7.0, s), noise("c", 200.0, 7.0, s)
    assert (short[0] == long[0]).all()


def test_the_spread_is_the_same_along_the_stroke():
    seeds = mark_seeds(1, [str(n) for n in range(4000)])
    for place in (0.0, 2.5, 5.0):
        many = np.full(4000, 10.0)
        value, _ = lattice_noise(seeds, many, many, np.arange(4000), np.full(4000, place), (0,))
        assert value.std() == pytest.approx(0.4, abs=0.02)
