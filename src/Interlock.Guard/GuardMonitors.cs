using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard;

/// <summary>The monitors of a guard: all of them on the raw actions, the kinematic ones also on what was sent.</summary>
internal sealed class GuardMonitors
{
    private readonly MonitorBank _raw;
    private readonly MonitorBank _executed;
    private readonly int _width;
    private bool _chunkStart;

    public GuardMonitors(SafetyContract contract, ChannelLayout layout, MonitorModels? models)
    {
        PolicyProfile profile = contract.Monitors?.Profile ?? PolicyProfile.Unknown;
        _raw = new MonitorBank(layout, profile, models, MonitorLimits.Of(contract, layout));
        _executed = MonitorBank.ForExecuted(layout, models);
        _width = layout.Count;
        Infos = [.. _raw.Infos, .. _executed.Infos];
    }

    public IReadOnlyList<MonitorInfo> Infos { get; }

    public MonitorBank Raw => _raw;

    public double StepValue(int index) => index < _raw.Count ? _raw.StepValue(index) : _executed.StepValue(index - _raw.Count);

    public double[] EpisodeValues() =>
    [
        .. Enumerable.Range(0, _raw.Count).Select(_raw.EpisodeValue),
        .. Enumerable.Range(0, _executed.Count).Select(_executed.EpisodeValue),
    ];

    public void BeginChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon)
    {
        _chunkStart = true;
        _raw.ObserveChunk(chunk, sampleCount, horizon);
    }

    /// <param name="action">The policy's action in absolute coordinates, of any length.</param>
    /// <param name="isUsable">True when it is of the right length and finite.</param>
    /// <param name="sent">The command that was sent.</param>
    public void Observe(ReadOnlySpan<double> action, bool isUsable, ReadOnlySpan<double> sent, in StepFacts facts, bool hasCommand)
    {
        StepFacts complete = facts with { ChunkStart = _chunkStart };
        _chunkStart = false;
        if (isUsable)
        {
            _raw.Observe(action[.._width], complete);
        }
        else
        {
            _raw.ObserveNonFinite(complete);
        }

        if (hasCommand)
        {
            _executed.Observe(sent, complete);
        }
    }

    public void Reset()
    {
        _raw.Reset();
        _executed.Reset();
        _chunkStart = false;
    }
}
