using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>One random robot with a hostile policy, worn sensors and pauses; says which promise was broken first.</summary>
internal sealed class Trajectory
{
    /// <summary>Steps after which every random contract has come to rest from its top speed.</summary>
    private const int StopSteps = 4096;

    private const long NsPerS = 1_000_000_000;
    private const int GapPeriods = 100;

    private readonly SeededRandom _random;
    private readonly SafetyContract _contract;
    private readonly ActionGuard _guard;
    private readonly HostileStream _stream;
    private readonly LimitOracle _oracle;
    private readonly bool _mayReturn;
    private readonly bool _enforces;
    private readonly bool _isRelative;
    private readonly double[] _origin;
    private readonly double[] _action;
    private readonly double[] _sent;
    private readonly double[] _absolute;
    private double[] _measured = [];
    private long _nowNs;

    public Trajectory(ulong index)
    {
        _random = new SeededRandom(0x5EED_0000_0000 + index);
        _contract = RandomContract.Next(_random);
        _mayReturn = _random.NextInt(2) == 0;
        _guard = new ActionGuard(_contract, new ActionGuardOptions { WithoutMonitors = true, AllowReturnFromOutside = _mayReturn, InterventionCapacity = 16 });
        _stream = new HostileStream(_contract, _random);
        _oracle = new LimitOracle(_contract);
        _enforces = _contract.Mode != GuardMode.Monitor;
        _isRelative = _contract.Reference == ActionReference.RelativeChunk;
        _origin = new double[_guard.ChannelCount];
        _action = new double[_guard.ChannelCount];
        _sent = new double[_guard.ChannelCount];
        _absolute = new double[_guard.ChannelCount];
    }

    public string? Run(int steps)
    {
        Begin();
        for (int step = 0; step < steps; step++)
        {
            if (Step() is { } message)
            {
                return $"step {step}: {message}";
            }
        }

        return null;
    }

    public string? Stop()
    {
        if (!_enforces)
        {
            return null;
        }

        _guard.RequestStop();
        double[] before = new double[_sent.Length];
        for (int step = 0; step < StopSteps; step++)
        {
            _absolute.CopyTo(before, 0);
            StepResult result = _guard.Step(_action, _sent);
            if (!result.HasCommand)
            {
                return null;
            }

            if (Judge(result) is { } message)
            {
                return $"stop step {step}: {message}";
            }

            if (step > 0 && _absolute.AsSpan().SequenceEqual(before) && AreRatesZero())
            {
                return null;
            }
        }

        return _oracle.StopsWithin(StopSteps / 4) ? "never came to rest" : null;
    }

    private bool AreRatesZero()
    {
        bool zero = true;
        for (int i = 0; i < _sent.Length; i++)
        {
            zero &= _sent[i] == 0 || !LimitOracle.IsRate(_contract, _contract.Channels[i]);
        }

        return zero;
    }

    private void Begin()
    {
        _measured = _random.NextInt(4) == 0 ? [] : Measure();
        _oracle.Begin(_measured);
        _guard.BeginEpisode(_measured);
        BeginChunk();
    }

    private void BeginChunk()
    {
        if (!_isRelative)
        {
            return;
        }

        for (int i = 0; i < _origin.Length; i++)
        {
            _origin[i] = _random.NextDouble(-100, 100);
        }

        _guard.BeginChunk([], origin: _origin);
    }

    /// <summary>Mostly inside the bounds, at times a little or far outside.</summary>
    private double[] Measure()
    {
        double beyond = _random.NextInt(5) == 0 ? Math.Pow(10, _random.NextDouble(-3, 1)) : 0;
        return [.. _contract.Channels.Select(channel =>
        {
            (double low, double high) = BoundsOf(channel);
            return _random.NextInt(2) == 0 ? _random.NextDouble(low, high) : _random.NextDouble(low - beyond, high + beyond);
        })];
    }

    private (double Low, double High) BoundsOf(ChannelContract channel)
    {
        int side = _contract.Workspace?.Channels.ToList().IndexOf(channel.Name) ?? -1;
        double low = channel.Min ?? ((channel.Max ?? 0) - 5);
        double high = channel.Max ?? (low + 10);
        return side < 0 ? (low, high) : (Math.Max(low, _contract.Workspace!.Min[side]), Math.Min(high, _contract.Workspace.Max[side]));
    }

    private string? Step()
    {
        if (_random.NextInt(5) == 0)
        {
            BeginChunk();
        }

        if (_guard.IsLatched && _random.NextInt(3) == 0)
        {
            _guard.ResetLatch();
        }

        _stream.Next(_absolute, _action);
        for (int i = 0; _isRelative && i < _action.Length; i++)
        {
            _action[i] -= _origin[i];
        }

        return Judge(_guard.Step(ActionOrNone(), Circumstances(), _sent));
    }

    private ReadOnlySpan<double> ActionOrNone() => _random.NextInt(40) switch
    {
        0 => [],
        1 => _action.AsSpan(1),
        _ => _action,
    };

    private StepInput Circumstances()
    {
        bool gap = _nowNs > 0 && _random.NextInt(20) == 0;
        _nowNs += (long)(NsPerS / _contract.RateHz!.Value * (gap ? GapPeriods : 1)) + (gap ? NsPerS : 0);
        ReadOnlySpan<double> measured = _random.NextInt(2) == 0 ? Measure() : default;
        if (gap && !measured.IsEmpty)
        {
            _oracle.Begin(measured);
        }
        else if (gap)
        {
            _oracle.Settle();
        }

        return new StepInput
        {
            Measured = gap ? measured : default,
            TimestampNs = _nowNs,
            AgeMs = _random.NextInt(8) == 0 ? 200 : 20,
            ForceN = _random.NextInt(20) switch { 0 => 30, 1 => double.NaN, 2 => null, _ => 1 },
        };
    }

    private string? Judge(in StepResult result)
    {
        if (_sent.AsSpan().ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            return $"sent {string.Join(' ', _sent)}";
        }

        if (!result.HasCommand || !_enforces)
        {
            return null;
        }

        bool wasInside = _oracle.IsInside;
        for (int i = 0; i < _sent.Length; i++)
        {
            _absolute[i] = _sent[i] + _origin[i];
        }

        return JudgeLatch(wasInside) ?? _oracle.Check(_absolute) ?? JudgeReport(result);
    }

    private string? JudgeLatch(bool wasInside) =>
        wasInside && _guard.LatchCode == GuardCodes.NoFeasibleCommand && _guard.LastInterventions is [{ Code: GuardCodes.NoFeasibleCommand }, ..]
            ? "no feasible command from inside the bounds"
            : null;

    private string? JudgeReport(in StepResult result)
    {
        if (result.Verdict is Verdict.Hold or Verdict.Stop && result.InterventionCount == 0)
        {
            return $"{result.Verdict} without a reason";
        }

        foreach (ref readonly Intervention item in _guard.LastInterventions)
        {
            if (item.Channel >= 0 && Math.Abs(item.Safe - _absolute[item.Channel]) > _oracle.Slack)
            {
                return $"{item.Code} reports {item.Safe:R} as sent, but {_absolute[item.Channel]:R} was";
            }
        }

        return null;
    }
}
