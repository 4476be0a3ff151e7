using Interlock.Core.Contract;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>What one channel was sent lately, and what its contract says about it.</summary>
internal sealed class ChannelOracle
{
    private const double Rounding = 2e-14;
    private const double LimitRounding = 1e-9;
    private const double FullTurnRad = 2 * Math.PI;

    /// <summary>Nearer to half a turn the short way round is a matter of rounding.</summary>
    private const double AmbiguousTurnRad = 2.0;

    private readonly ChannelContract _contract;
    private readonly bool _isRate;
    private readonly double _dt;
    private readonly double _perStep;
    private readonly double _low;
    private readonly double _high;
    private readonly double _mostMotion;
    private readonly double _mostChange;
    private readonly double _mostJerk;
    private readonly double[] _sent = new double[4];
    private readonly double[] _motion = new double[3];
    private readonly double _slack;
    private int _known;

    public ChannelOracle(SafetyContract contract, ChannelContract channel)
    {
        _contract = channel;
        _isRate = LimitOracle.IsRate(contract, channel);
        _dt = 1 / contract.RateHz!.Value;
        _perStep = _isRate && contract.Space == ActionSpace.JointVelocity ? _dt : 1;
        int side = contract.Workspace?.Channels.ToList().IndexOf(channel.Name) ?? -1;
        _low = Math.Max(channel.Min ?? double.NegativeInfinity, side < 0 ? double.NegativeInfinity : contract.Workspace!.Min[side]);
        _high = Math.Min(channel.Max ?? double.PositiveInfinity, side < 0 ? double.PositiveInfinity : contract.Workspace!.Max[side]);
        _slack = LimitOracle.SlackOf(contract);
        _mostMotion = channel.MaxStep ?? (channel.MaxVelocity * _dt) ?? double.PositiveInfinity;
        _mostChange = channel.MaxAcceleration * _dt * _dt ?? double.PositiveInfinity;
        _mostJerk = channel.MaxJerk * _dt * _dt * _dt ?? double.PositiveInfinity;
    }

    /// <summary>Speed of the newest command, per second; 0 while it is unknown.</summary>
    public double PerSecond => _isRate ? _sent[0] * _perStep / _dt : _known > 1 ? _motion[0] / _dt : 0;

    /// <summary>Largest number that the newest differences were made of.</summary>
    public double Scale => _sent.Max(Math.Abs) + (_contract.Continuous ? FullTurnRad : 1e-9);

    /// <summary>Steps that a stop from the newest command may take, generously.</summary>
    public double LongestStop
    {
        get
        {
            double start = _isRate ? Math.Abs(_sent[0]) * _perStep : Math.Abs(_motion[0]);
            double drift = Math.Abs(_motion[0] - _motion[1]);
            double bySpeed = start == 0 ? 0 : start / (_isRate ? _mostChange : Math.Min(_mostChange, Math.Max(start, drift)));
            return 16 + (4 * bySpeed) + (8 * Math.Sqrt((start + drift) / _mostJerk)) + (8 * drift / _mostJerk);
        }
    }

    public bool IsInside => _known == 0 || (_sent[0] >= _low + _slack && _sent[0] <= _high - _slack);

    public void Begin(double? measured)
    {
        Array.Fill(_sent, measured is { } at && !_isRate ? at : 0);
        Array.Clear(_motion);
        _known = measured is null && !_isRate ? 0 : _sent.Length;
    }

    public void Settle()
    {
        Array.Fill(_sent, _sent[0]);
        Array.Fill(_motion, _isRate ? _sent[0] * _perStep : 0);
        _known = _known == 0 ? 0 : _sent.Length;
    }

    public string? Check(double command)
    {
        if (!double.IsFinite(command))
        {
            return $"sent {command}";
        }

        // A channel that stands outside may come nearer, never go further out.
        double before = _known == 0 ? _sent[0] = Math.Clamp(command, _low, _high) : _sent[0];
        if (command < Math.Min(_low, before) - _slack || command > Math.Max(_high, before) + _slack)
        {
            return $"{command:R} outside [{_low:R}, {_high:R}], before {before:R}";
        }

        Push(command);
        return CheckRates() is { } broken ? $"{broken}; sent {string.Join(' ', _sent.Reverse().Select(value => value.ToString("R")))}" : null;
    }

    private void Push(double command)
    {
        Array.Copy(_sent, 0, _sent, 1, _sent.Length - 1);
        Array.Copy(_motion, 0, _motion, 1, _motion.Length - 1);
        _sent[0] = command;
        double difference = _sent[0] - _sent[1];
        _motion[0] = _isRate ? command * _perStep
            : _known == 0 ? 0
            : _contract.Continuous ? Math.IEEERemainder(difference, FullTurnRad) : difference;
        _known = Math.Min(_known + 1, _sent.Length);
    }

    private string? CheckRates()
    {
        if (_contract.Continuous && _motion.Any(motion => Math.Abs(motion) > AmbiguousTurnRad))
        {
            return null;
        }

        double tolerance = (Rounding * Scale) + _slack;
        double change = _motion[0] - _motion[1];
        double jerk = change - (_motion[1] - _motion[2]);
        return Exceeds(_motion[0], _mostMotion, tolerance) ? $"motion {_motion[0]:R} > {_mostMotion:R}"
            : Exceeds(change, _mostChange, 4 * tolerance) ? $"acceleration {change:R} > {_mostChange:R}"
            : Exceeds(jerk, _mostJerk, 8 * tolerance) ? $"jerk {jerk:R} > {_mostJerk:R}"
            : _isRate || _contract.MaxJerk is not null ? null
            : CheckStop(100 * tolerance);
    }

    private static bool Exceeds(double value, double most, double tolerance) => Math.Abs(value) > (most * (1 + LimitRounding)) + tolerance;

    /// <summary>Steps of |m| − A, |m| − 2A, … until rest.</summary>
    private string? CheckStop(double tolerance)
    {
        double speed = Math.Abs(_motion[0]);
        double steps = Math.Floor(speed / _mostChange);
        double way = double.IsPositiveInfinity(_mostChange) ? 0 : (steps * speed) - (_mostChange * steps * (steps + 1) / 2);
        double end = _sent[0] + Math.CopySign(way, _motion[0]);
        double slack = tolerance + (LimitRounding * way);
        bool outside = (_motion[0] > 0 && end > Math.Max(_high, _sent[1]) + slack) || (_motion[0] < 0 && end < Math.Min(_low, _sent[1]) - slack);
        return outside ? $"cannot stop: {end:R} outside [{_low:R}, {_high:R}]" : null;
    }
}
