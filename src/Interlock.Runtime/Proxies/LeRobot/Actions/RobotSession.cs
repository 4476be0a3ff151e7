using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>One robot: what it observed, what it was sent, and the guard over both. Calls of one client come on several threads.</summary>
internal sealed class RobotSession(ProxyContext context, string client) : IDisposable
{
    private const double RateWithoutOneHz = 30;

    private readonly Lock _gate = new();
    private readonly SafetyContract _contract = context.Options.Contract;
    private readonly GuardedExchange _exchange = context.NewExchange(client);
    private readonly ObservationState _state = new(context.Options.State, context.Options.Contract);
    private readonly PendingObservations _pending = new();
    private readonly StepCorridor _corridor = new(context.Options.Contract);
    private PayloadGeneration _generation = PayloadGeneration.Pickle;
    private long? _sentFrom;

    /// <summary>A new run: steps begin again.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _pending.Clear();
            _corridor.Clear();
            _sentFrom = null;
        }
    }

    /// <summary>Takes in an observation before it goes on.</summary>
    /// <exception cref="DiagnosticException">PO codes: refused; RT204: no state.</exception>
    public void Observe(ReadOnlyMemory<byte> payload)
    {
        TimedObservation observation = LerobotPayload.ReadObservation(payload);
        lock (_gate)
        {
            _generation = LerobotPayload.Sniff(payload.Span);
            _pending.Add(new SentObservation(observation.Timestep, observation.TimestampS, _state.Read(observation), observation.MustGo, context.Time.GetTimestamp()));
        }
    }

    /// <summary>True when an observation waits that the server has to answer.</summary>
    public bool IsOwedAnswer
    {
        get
        {
            lock (_gate)
            {
                return _pending.Newest is { MustGo: true };
            }
        }
    }

    /// <summary>Guards a chunk in place; null when it answers no observation that waits, and is nobody's.</summary>
    /// <param name="payload">Ours to write to; not empty.</param>
    /// <exception cref="DiagnosticException">PO codes, RT206, RT207, RT212, RT221.</exception>
    public ExchangeReport? Guard(ReadOnlyMemory<byte> payload)
    {
        IReadOnlyList<TimedAction> actions = LerobotPayload.ReadActions(payload);
        if (actions.Count == 0)
        {
            return null;
        }

        ChunkCells chunk = ChunkCells.Of(actions);
        lock (_gate)
        {
            if (_pending.Answer(actions[0].Timestep, actions[0].TimestampS) is not { } observation)
            {
                Tell(ProxyCodes.Stale, DiagnosticSeverity.Warning, $"a chunk for step {actions[0].Timestep} answers no observation that waits; it was left, as a late or a second answer");
                return null;
            }

            Begin(observation);
            ExchangeReport report = Judge(chunk, observation);
            context.Tell(client, report, _exchange.LatchCode);
            return report;
        }
    }

    /// <summary>A chunk of ours that comes to rest, for the newest observation; null when none waits.</summary>
    /// <exception cref="DiagnosticException">RT212: nobody knows where the robot is.</exception>
    public ReadOnlyMemory<byte>? Holding()
    {
        lock (_gate)
        {
            if (_pending.Newest is not { } observation)
            {
                return null;
            }

            _pending.Clear();
            Begin(observation);
            ReadOnlyMemory<double> rows = _exchange.Hold();
            Remember(observation.Timestep);
            WireBuffer buffer = new();
            LerobotPayload.Write(Timed(rows.Span, observation), _generation, buffer);
            return buffer.Written;
        }
    }

    /// <summary>Lets the recording take what was guarded; after the reply is on its way.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _exchange.Flush();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _exchange.Dispose();
        }
    }

    private void Begin(SentObservation observation)
    {
        // LeRobot's client names the step that it executed last, other clients the one that comes next.
        int? executed = _sentFrom is { } first && context.Options.ExecutedRows is null
            ? (int)Int128.Clamp((Int128)observation.Timestep - first + 1, 0, int.MaxValue)
            : null;
        if (_exchange.Observe(observation.State, executed))
        {
            _corridor.Clear();
            Tell(ProxyCodes.Moved, DiagnosticSeverity.Info, "the robot is not where its last commands led: it was moved, and a new episode begins");
        }

        if (_corridor.IsEmpty && observation.Timestep > 0)
        {
            // The row for a step that is over is thrown away; the one after it follows on where the robot is.
            _corridor.Add(observation.State, observation.Timestep);
        }
    }

    private ExchangeReport Judge(ChunkCells chunk, SentObservation observation)
    {
        long first = observation.Timestep;
        bool wasConfined = false;
        ExchangeReport report = _exchange.Guard(
            chunk.Cells,
            chunk.Values,
            chunk.Columns,
            context.Time.GetElapsedTime(observation.Stamp).TotalMilliseconds,
            (row, command) =>
            {
                bool wasMoved = _corridor.Confine(command, first + row);
                wasConfined |= wasMoved;
                return wasMoved;
            });
        Remember(first);
        return wasConfined ? report with { Codes = [.. report.Codes, ProxyCodes.Seam] } : report;
    }

    private void Remember(long firstStep)
    {
        _corridor.Add(_exchange.Sent, firstStep);
        _sentFrom = firstStep;
    }

    private TimedAction[] Timed(ReadOnlySpan<double> rows, SentObservation observation)
    {
        int width = _contract.Channels.Count;
        double periodS = 1 / (_contract.RateHz ?? RateWithoutOneHz);
        TimedAction[] actions = new TimedAction[rows.Length / width];
        for (int row = 0; row < actions.Length; row++)
        {
            float[] singles = new float[width];
            for (int i = 0; i < width; i++)
            {
                singles[i] = Single(rows[(row * width) + i], _contract.Channels[i]);
            }

            actions[row] = new TimedAction(observation.TimestampS + (row * periodS), observation.Timestep + row, NumpyArray.OfSingles(singles, new NumpyShape(width)));
        }

        return actions;
    }

    // Rounding leaves no bound.
    private static float Single(double value, ChannelContract channel)
    {
        float nearest = (float)value;
        return nearest > channel.Max ? MathF.BitDecrement(nearest) : nearest < channel.Min ? MathF.BitIncrement(nearest) : nearest;
    }

    private void Tell(string code, DiagnosticSeverity severity, string message) => context.Tell(client, new Diagnostic(code, severity, message));
}
