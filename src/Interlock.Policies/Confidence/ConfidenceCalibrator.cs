using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Core.Text;

namespace Interlock.Policies.Confidence;

/// <summary>
/// Turns readings of good episodes into thresholds. The score of an episode is the largest value of each signal over its steps;
/// the threshold is the finite-sample conformal quantile of the scores at alpha/K.
/// </summary>
public sealed class ConfidenceCalibrator
{
    private readonly ConfidenceSettings _settings;
    private readonly double _alpha;
    private readonly ConfidenceSignal[] _signals;
    private readonly List<double>[] _scores;
    private readonly double[] _largest;
    private bool _hasReading;

    /// <summary>Starts without an episode.</summary>
    /// <param name="settings">The settings of the meter that makes the readings.</param>
    /// <param name="alpha">False-alarm probability per episode to be claimed, in (0, 1).</param>
    public ConfidenceCalibrator(ConfidenceSettings settings, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        _settings = settings;
        _alpha = alpha;
        _signals = [.. settings.Signals()];
        ArgumentOutOfRangeException.ThrowIfZero(_signals.Length, nameof(settings));
        _scores = [.. _signals.Select(_ => new List<double>())];
        _largest = new double[_signals.Length];
        BeginEpisode();
    }

    /// <summary>Finished episodes.</summary>
    public int EpisodeCount => _scores[0].Count;

    /// <summary>Takes in the reading of one step of the present episode.</summary>
    public void Observe(in ConfidenceReading reading)
    {
        for (int i = 0; i < _signals.Length; i++)
        {
            SignalReading signal = reading[_signals[i]];
            if (signal.State == SignalState.Measured)
            {
                _largest[i] = Math.Max(_largest[i], double.IsNaN(signal.Value) ? double.PositiveInfinity : signal.Value);
            }
        }

        _hasReading = true;
    }

    /// <summary>Ends the episode. One without a reading is not counted: nothing was seen of it.</summary>
    public void EndEpisode()
    {
        for (int i = 0; _hasReading && i < _signals.Length; i++)
        {
            _scores[i].Add(_largest[i]);
        }

        BeginEpisode();
    }

    /// <summary>The calibration of the finished episodes.</summary>
    /// <exception cref="DiagnosticException">PO190: too few episodes for alpha; PO191: a signal has no finite threshold.</exception>
    public ConfidenceCalibration Finish()
    {
        double alphaPerSignal = _alpha / _signals.Length;
        if (Quantile.ConformalRank(EpisodeCount, alphaPerSignal) > EpisodeCount)
        {
            throw new DiagnosticException(
                ConfidenceCodes.TooFewEpisodes,
                $"{EpisodeCount} episodes carry no claim of {100 * _alpha:G4} % false alarms with {_signals.Length} signals",
                null,
                $"use {Quantile.SmallestConformalCount(alphaPerSignal)} episodes, fewer signals or a larger alpha");
        }

        return new ConfidenceCalibration(_settings, _alpha, EpisodeCount, [.. _signals.Select((signal, i) => Calibrated(signal, _scores[i], alphaPerSignal))]);
    }

    private static SignalCalibration Calibrated(ConfidenceSignal signal, List<double> scores, double alpha)
    {
        double[] ascending = [.. scores.Order()];
        double threshold = Quantile.Conformal(ascending, alpha)!.Value;
        return double.IsFinite(threshold)
            ? new SignalCalibration(signal, ascending, threshold)
            : throw new DiagnosticException(
                ConfidenceCodes.NoFiniteThreshold,
                $"the signal {EnumWord.Of(signal)} was {(threshold > 0 ? "NaN or infinite" : "never defined")} in too many calibration episodes",
                null,
                "take the signal out of the settings, or calibrate on episodes in which it works");
    }

    private void BeginEpisode()
    {
        Array.Fill(_largest, double.NegativeInfinity);
        _hasReading = false;
    }
}
