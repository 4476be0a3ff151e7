using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Chunks;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;
using Interlock.Guard.Monitors.Loop;
using Interlock.Guard.Monitors.Novelty;

namespace Interlock.Guard.Monitors;

/// <summary>The monitors that only make sense for what the policy asked for. Called directly, not through the interface.</summary>
internal sealed class PolicyMonitors
{
    private readonly StandardisedAction _standardised;
    private readonly SpectralEnergyRatio _spectralEnergyRatio;
    private readonly VelocityViolations _velocityViolations;
    private readonly ClipMagnitude _clipMagnitude = new();
    private readonly ChunkSeamJump _chunkSeamJump;
    private readonly GripperOscillation _gripperOscillation;
    private readonly ActionEnergy _actionEnergy;
    private readonly LinearPredictability _linearPredictability;
    private readonly CorrelationDivergence _correlationDivergence;
    private readonly Latency _latency = new();
    private readonly LatencyBudget _latencyBudget;
    private readonly PValue _pValue;
    private readonly OutOfDistribution _outOfDistribution;
    private readonly TemporalConsistency _temporalConsistency;
    private readonly ChunkEntropy _chunkEntropy;
    private readonly OverrideRate _overrideRate = new();

    public PolicyMonitors(ChannelLanes channels, MonitorModels? models, MonitorLimits? limits)
    {
        _standardised = new StandardisedAction(channels, models?.Conformal);
        _spectralEnergyRatio = new SpectralEnergyRatio(channels);
        _velocityViolations = new VelocityViolations(channels, limits);
        _chunkSeamJump = new ChunkSeamJump(channels);
        _gripperOscillation = new GripperOscillation(channels, models);
        _actionEnergy = new ActionEnergy(_standardised, models?.Energy);
        _linearPredictability = new LinearPredictability(channels, models?.LinearPredictability);
        _correlationDivergence = new CorrelationDivergence(channels, models?.Correlation);
        _latencyBudget = new LatencyBudget(limits);
        _pValue = new PValue(_standardised, models?.Conformal);
        _outOfDistribution = new OutOfDistribution(channels, models?.Mahalanobis);
        _temporalConsistency = new TemporalConsistency(channels, models?.Conformal);
        _chunkEntropy = new ChunkEntropy(channels, models?.Conformal);
    }

    public IMonitor[] All =>
    [
        _spectralEnergyRatio, _velocityViolations, _clipMagnitude, _chunkSeamJump, _gripperOscillation, _actionEnergy, _linearPredictability,
        _correlationDivergence, _latency, _latencyBudget, _pValue, _outOfDistribution, _temporalConsistency, _chunkEntropy, _overrideRate,
    ];

    public void Observe(MotionFrame frame)
    {
        _standardised.Observe(frame);
        _spectralEnergyRatio.Observe(frame);
        _velocityViolations.Observe(frame);
        _chunkSeamJump.Observe(frame);
        _gripperOscillation.Observe(frame);
        _actionEnergy.Observe(frame);
        _linearPredictability.Observe(frame);
        _correlationDivergence.Observe(frame);
        _pValue.Observe(frame);
        _outOfDistribution.Observe(frame);
        _temporalConsistency.Observe(frame);
        _chunkEntropy.Observe(frame);
        ObserveLoop(frame.Facts);
    }

    public void ObserveNonFinite(in StepFacts facts)
    {
        _pValue.ObserveNonFinite();
        _outOfDistribution.ObserveNonFinite();
        _chunkSeamJump.ObserveNonFinite(facts);
        _temporalConsistency.ObserveStep();
        ObserveLoop(facts);
    }

    public void ObserveChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon)
    {
        _temporalConsistency.ObserveChunk(chunk, sampleCount, horizon);
        _chunkEntropy.ObserveChunk(chunk, sampleCount, horizon);
    }

    /// <summary>Forgets what is shared between monitors; each monitor is reset on its own.</summary>
    public void ResetShared() => _standardised.Reset();

    private void ObserveLoop(in StepFacts facts)
    {
        _clipMagnitude.Observe(facts);
        _latency.Observe(facts);
        _latencyBudget.Observe(facts);
        _overrideRate.Observe(facts);
    }
}
