using Interlock.Core.Contract;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// A guard step written down from design §4, one channel after the other and without any haste: bounds, velocity, acceleration and
/// stopping distance, path scaling. For position channels that neither jerk nor turn, from a start inside the bounds.
/// </summary>
internal sealed class PlainStepper(SafetyContract contract)
{
    private const double SoftSpeedFloor = 0.05;
    private const double RoundingShare = 1e-12;

    private readonly double _dt = 1 / contract.RateHz!.Value;
    private readonly int _count = contract.Channels.Count;
    private double[] _position = [];
    private double[] _motion = [];

    /// <summary>Codes of the newest step, channel by channel.</summary>
    public List<(int Channel, string Code)> Codes { get; } = [];

    public void Begin(double[] measured)
    {
        _position = [.. measured];
        _motion = new double[_count];
    }

    public double[] Step(double[] raw)
    {
        Codes.Clear();
        double[] target = [.. raw.Select((value, i) => Math.Min(Math.Max(value, Low(i)), High(i)))];
        double[] wish = [.. target.Select((value, i) => value - _position[i])];
        (double Low, double High)[] range = [.. Enumerable.Range(0, _count).Select(Range)];
        double share = contract.RateLimiting == RateLimiting.PathConsistent ? Share(wish, range) : 1;
        double[] command = new double[_count];
        for (int i = 0; i < _count; i++)
        {
            double scaled = IsGripper(i) ? wish[i] : share * wish[i];
            double motion = Math.Min(Math.Max(scaled, range[i].Low), range[i].High);
            command[i] = motion == wish[i] ? target[i] : Rounded(_position[i], motion, i);
            if (command[i] != raw[i])
            {
                Explain(i, raw[i], target[i], wish[i], motion, range[i], command[i]);
            }

            wish[i] = motion;
        }

        (_position, _motion) = (command, wish);
        return [.. command];
    }

    private double Low(int i) => contract.Channels[i].Min ?? double.NegativeInfinity;

    private double High(int i) => contract.Channels[i].Max ?? double.PositiveInfinity;

    private double MaxMotion(int i) => contract.Channels[i].MaxStep ?? contract.Channels[i].MaxVelocity * _dt ?? double.PositiveInfinity;

    private double MaxChange(int i) => contract.Channels[i].MaxAcceleration * _dt * _dt ?? double.PositiveInfinity;

    private double SoftLow(int i) => contract.Channels[i].SoftMin ?? double.NegativeInfinity;

    private double SoftHigh(int i) => contract.Channels[i].SoftMax ?? double.PositiveInfinity;

    private bool IsGripper(int i) => contract.Channels[i].Role == ChannelRole.Gripper;

    private (double Low, double High) Range(int i)
    {
        double at = _position[i];
        double change = MaxChange(i);
        double up = at > SoftHigh(i) ? MaxMotion(i) * Math.Max(SoftSpeedFloor, (High(i) - at) / (High(i) - SoftHigh(i))) : MaxMotion(i);
        double down = at < SoftLow(i) ? MaxMotion(i) * Math.Max(SoftSpeedFloor, (at - Low(i)) / (SoftLow(i) - Low(i))) : MaxMotion(i);
        if (double.IsPositiveInfinity(change))
        {
            return (-Math.Min(down, at - Low(i)), Math.Min(up, High(i) - at));
        }

        double last = _motion[i];
        double brake = last > 0 ? Math.Max(0, last - change) : Math.Min(0, last + change);
        double high = Stoppable(Math.Min(up, last + change), High(i) - at, change);
        double low = -Stoppable(Math.Min(down, change - last), at - Low(i), change);
        return (Math.Min(Math.Min(low, last + change), brake), Math.Max(Math.Max(high, last - change), brake));
    }

    private static double Stoppable(double wanted, double room, double change) =>
        wanted <= 0 || StoppingDistance.SurelyFits(wanted, room, change) ? wanted : Math.Min(wanted, StoppingDistance.LargestStep(room, change));

    private double Share(double[] wish, (double Low, double High)[] range)
    {
        double share = 1;
        for (int i = 0; i < _count; i++)
        {
            double reach = wish[i] > 0 ? range[i].High : -range[i].Low;
            double step = Math.Min(MaxMotion(i), MaxChange(i));
            double rounding = double.IsPositiveInfinity(step) ? 0 : RoundingShare * step;
            if (!IsGripper(i) && share * Math.Abs(wish[i]) > reach + rounding)
            {
                share = Math.Max(0, reach / Math.Abs(wish[i]));
            }
        }

        return share;
    }

    private double Rounded(double position, double motion, int i)
    {
        double command = position + motion;
        if (Math.Abs(command - position) > MaxMotion(i))
        {
            command = command > position ? Math.BitDecrement(command) : Math.BitIncrement(command);
        }

        return Math.Min(Math.Max(command, Low(i)), High(i));
    }

    private void Explain(int i, double raw, double target, double wish, double motion, (double Low, double High) range, double safe)
    {
        if (target != raw)
        {
            Codes.Add((i, GuardCodes.Bound));
        }

        if (IsRounding(wish, motion, target, _position[i]))
        {
            return;
        }

        if (wish > range.High || wish < range.Low)
        {
            Codes.Add((i, RateCode(i, wish)));
        }

        if (!IsRounding(Math.Min(Math.Max(wish, range.Low), range.High), motion, raw, safe))
        {
            Codes.Add((i, GuardCodes.PathSlowed));
        }
    }

    private string RateCode(int i, double wish) =>
        Math.Abs(wish) > MaxMotion(i) ? GuardCodes.Velocity
        : (wish > 0 && _position[i] > SoftHigh(i)) || (wish < 0 && _position[i] < SoftLow(i)) ? GuardCodes.SoftLimit
        : Math.Abs(wish - _motion[i]) > MaxChange(i) ? GuardCodes.Acceleration
        : GuardCodes.StoppingDistance;

    private static bool IsRounding(double a, double b, double scaleA, double scaleB) =>
        Math.Abs(a - b) <= RoundingShare * Math.Max(Math.Abs(scaleA), Math.Abs(scaleB));
}
