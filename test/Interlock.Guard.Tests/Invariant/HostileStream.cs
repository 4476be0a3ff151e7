using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// Actions that a broken policy may emit: walks, square waves between the bounds, steps of exactly the limit, turns, huge, tiny and
/// non-finite values.
/// </summary>
internal sealed class HostileStream(SafetyContract contract, SeededRandom random)
{
    private const int Kinds = 9;

    private static readonly double[] Specials =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, double.MaxValue, double.MinValue, double.Epsilon, -0.0, 0, 1e17];

    private readonly int _kind = random.NextInt(Kinds);
    private readonly double[] _walk = new double[contract.Channels.Count];
    private int _step;

    /// <summary>Writes the next action.</summary>
    /// <param name="last">The command before.</param>
    /// <param name="action">Receives one value per channel.</param>
    public void Next(ReadOnlySpan<double> last, Span<double> action)
    {
        _step++;
        for (int i = 0; i < action.Length; i++)
        {
            ChannelContract channel = contract.Channels[i];
            double low = channel.Min ?? ((channel.Max ?? 0) - 50);
            double high = channel.Max ?? (low + 100);
            double span = high - low;
            action[i] = _kind switch
            {
                0 => _step / 3 % 2 == 0 ? low : high,
                1 => random.NextDouble(low - span, high + span),
                2 => _walk[i] += random.NextNormal() * span * 0.1,
                3 => random.NextInt(4) == 0 ? Specials[random.NextInt(Specials.Length)] : random.NextDouble(low, high),
                4 => high + (0.001 * span * _step),
                5 => last[i] + (StepOf(channel) * Sign()),
                6 => random.NextInt(2) == 0 ? Math.BitIncrement(high) : Math.BitDecrement(low),
                7 => Specials[6 + random.NextInt(5)] * Sign(),
                _ => random.NextInt(10) == 0 ? random.NextDouble(low, high) * 1e6 : (low + high) / 2,
            };
        }
    }

    private double StepOf(ChannelContract channel) => channel.MaxStep ?? (channel.MaxVelocity / contract.RateHz) ?? 1;

    private double Sign() => random.NextInt(3) - 1;
}
