using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>
/// Monitors and alarms of one session. They watch what the policy wanted at the steps that were executed, as in a control loop: the rest of a chunk, which
/// the next one replaces, would be a jump back in time. So a reply is watched when the next request tells how much of it was executed.
/// </summary>
internal sealed class ExchangeWatch
{
    private readonly ActionGuard _guard;
    private readonly double[] _scratch;
    private readonly List<AlarmInfo> _fired = [];

    /// <exception cref="DiagnosticException">GD codes: the calibration is for other channels.</exception>
    public ExchangeWatch(SafetyContract contract, GuardCalibration calibration)
    {
        _guard = new ActionGuard(contract with { Mode = GuardMode.Monitor }, new ActionGuardOptions { Calibration = calibration });
        _scratch = new double[contract.Channels.Count];
    }

    /// <summary>Alarms since <see cref="Forget"/>, each once.</summary>
    public IReadOnlyList<AlarmInfo> Fired => _fired;

    public void Begin(ReadOnlySpan<double> state) => _guard.BeginEpisode(state);

    public void Forget() => _fired.Clear();

    /// <summary>Watches the rows of a reply that were executed.</summary>
    /// <param name="chunk">What the policy wanted, row-major, all of it; empty for rows of ours.</param>
    /// <param name="sent">What was executed of it, absolute.</param>
    /// <param name="history">What was executed before it, absolute; may be empty.</param>
    /// <param name="state">State of its request; empty when unknown.</param>
    /// <param name="latencyMs">From its request to its arrival.</param>
    public void Executed(ReadOnlySpan<double> chunk, ReadOnlySpan<double> sent, ReadOnlySpan<double> history, ReadOnlySpan<double> state, double latencyMs)
    {
        int width = _scratch.Length;
        if (!chunk.IsEmpty)
        {
            _guard.BeginChunk(chunk, 1, _guard.Contract.Reference == ActionReference.RelativeChunk ? state : default);
        }

        if (!history.IsEmpty)
        {
            _guard.ResumeAfter(history);
        }

        for (int at = 0; at < sent.Length; at += width)
        {
            StepInput input = new() { Measured = state, LatencyMs = at == 0 ? latencyMs : null, IsNotOfPolicy = chunk.IsEmpty };
            StepResult result = _guard.Step(chunk.IsEmpty ? default : chunk.Slice(at, width), input, _scratch);
            Note();
            if (result.Verdict != Verdict.Pass)
            {
                // Limits count on from what was executed, not from what this guard would have sent.
                _guard.ResumeAfter(sent[Math.Max(at - ((RowHistory.RowsOfMotion - 1) * width), 0)..(at + width)]);
            }
        }
    }

    private void Note()
    {
        foreach (int position in _guard.LastAlarms)
        {
            AlarmInfo alarm = _guard.Alarms[position];
            if (!_fired.Contains(alarm))
            {
                _fired.Add(alarm);
            }
        }
    }
}
