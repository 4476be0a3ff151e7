using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;

namespace Interlock.Policies.Confidence;

/// <summary>
/// Measures how unsure a policy is about each answer. Called on the policy thread, once per answer and in order; allocates nothing.
/// Chunks are compared as the policy wrote them: with actions relative to the observed state, give it decoded chunks.
/// </summary>
public sealed class ConfidenceMeter
{
    private readonly ConfidenceSettings _settings;
    private readonly double[] _inverseSpans;
    private readonly ChunkOverlap _overlap;
    private readonly SignalJudge? _judge;
    private readonly double[] _standardised;
    private readonly double[] _scratch;

    /// <summary>A meter that reports values and judges nothing.</summary>
    /// <param name="settings">What to measure.</param>
    /// <param name="policy">The policy that answers.</param>
    /// <exception cref="DiagnosticException">PO193: the settings do not fit the policy.</exception>
    public ConfidenceMeter(ConfidenceSettings settings, PolicyDescription policy)
    {
        SettingsCheck.Fits(settings, policy);
        _settings = settings;
        _inverseSpans = [.. settings.ChannelSpans.Select(span => 1 / span)];
        _overlap = new ChunkOverlap(settings.Overlap, _inverseSpans, policy.MaxRows, policy.MaxSamples);
        _standardised = new double[settings.Reference?.Dimension ?? 0];
        _scratch = new double[_standardised.Length];
    }

    /// <summary>A meter that judges by a calibration.</summary>
    /// <param name="calibration">Thresholds; its settings say what to measure.</param>
    /// <param name="policy">The policy that answers: the one that was calibrated.</param>
    /// <exception cref="DiagnosticException">PO193: the calibration does not fit the policy.</exception>
    public ConfidenceMeter(ConfidenceCalibration calibration, PolicyDescription policy)
        : this(calibration.Settings, policy) => _judge = new SignalJudge(calibration);

    /// <summary>True when readings are judged.</summary>
    public bool IsCalibrated => _judge is not null;

    /// <summary>Forgets the last chunk.</summary>
    public void BeginEpisode() => _overlap.Forget();

    /// <summary>Measures one answer.</summary>
    /// <param name="chunk">The answer, of the policy's shape.</param>
    /// <param name="observation">What it answers; a state of another length than the reference's is measured as NaN.</param>
    public ConfidenceReading Measure(PolicyChunk chunk, Observation observation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chunk.Dimension, _inverseSpans.Length, nameof(chunk));
        ConfidenceReading reading = default;
        if (_settings.Samples != SampleOrigin.None)
        {
            Put(ref reading, SpreadSignal, chunk.Rows == 0 ? null : ChunkSpread.Of(chunk, _inverseSpans));
        }

        if (_settings.TokenEntropy)
        {
            Put(ref reading, ConfidenceSignal.TokenEntropy, chunk.Rows == 0 ? null : chunk.TokenEntropyNats ?? double.NaN);
        }

        if (_settings.Overlap != OverlapKind.None)
        {
            Put(ref reading, ConfidenceSignal.ChunkOverlap, _overlap.Measure(chunk));
        }

        MeasureState(ref reading, observation.State.Span);
        Conclude(ref reading);
        return reading;
    }

    private ConfidenceSignal SpreadSignal => _settings.Samples switch
    {
        SampleOrigin.Ensemble => ConfidenceSignal.EnsembleDisagreement,
        SampleOrigin.Dropout => ConfidenceSignal.DropoutDisagreement,
        _ => ConfidenceSignal.SampleDisagreement,
    };

    private void MeasureState(ref ConfidenceReading reading, ReadOnlySpan<double> state)
    {
        if (_settings.Reference is not { } reference)
        {
            return;
        }

        bool fits = state.Length == reference.Dimension;
        if (fits)
        {
            reference.Standardise(state, _standardised);
        }

        Put(ref reading, ConfidenceSignal.OodDistance, fits ? reference.MahalanobisDistance(_standardised, _scratch) : double.NaN);
        Put(ref reading, ConfidenceSignal.OodNeighbour, fits ? reference.NeighbourDistance(_standardised) : double.NaN);
    }

    private static void Put(ref ConfidenceReading reading, ConfidenceSignal signal, double? value) => reading[signal] = value switch
    {
        null => new SignalReading(SignalState.Undefined, 0, null, null),
        >= 0 => new SignalReading(SignalState.Measured, value.Value, null, null),
        _ => new SignalReading(SignalState.Measured, double.NaN, null, null),
    };

    private void Conclude(ref ConfidenceReading reading)
    {
        if (_judge is not null)
        {
            _judge.Judge(ref reading);
            return;
        }

        SignalReading shown = reading[SpreadSignal].State == SignalState.Measured ? reading[SpreadSignal] : reading[ConfidenceSignal.ChunkOverlap];
        double? value = shown.State == SignalState.Measured ? shown.Value : null;
        reading.Disagreement = value is double.NaN ? double.PositiveInfinity : value;
    }
}
