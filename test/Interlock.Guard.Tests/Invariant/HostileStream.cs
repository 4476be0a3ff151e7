using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Actions that a broken policy may emit: walks, square waves between the bounds, huge, tiny and non-finite values.</summary>
internal sealed class HostileStream(SafetyContract contract, SeededRandom random)
{
    private static readonly double[] Specials =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, double.MaxValue, double.Epsilon, -0.0, 0];

    private readonly int _kind = random.NextInt(6);
    private readonly double[] _walk = new double[contract.Channels.Count];
    private int _step;

    public void Next(Span<double> action)
    {
        _step++;
        for (int i = 0; i < action.Length; i++)
        {
            ChannelContract channel = contract.Channels[i];
            double low = channel.Min ?? -50;
            double high = channel.Max ?? 50;
            double span = high - low;
            action[i] = _kind switch
            {
                0 => _step / 3 % 2 == 0 ? low : high,
                1 => random.NextDouble(low - span, high + span),
                2 => _walk[i] += random.NextNormal() * span * 0.1,
                3 => random.NextInt(4) == 0 ? Specials[random.NextInt(Specials.Length)] : random.NextDouble(low, high),
                4 => high + (0.001 * span * _step),
                _ => random.NextInt(10) == 0 ? random.NextDouble(low, high) * 1e6 : (low + high) / 2,
            };
        }
    }
}
