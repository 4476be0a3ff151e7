using Interlock.Core.Randomness;
using Interlock.Policies.Wire.Numpy;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Journal;
using Interlock.Runtime.Replay;
using Interlock.Runtime.Tests.Proxies.Guarding.Normalised;

namespace Interlock.Runtime.Tests.Proxies.Journal;

public sealed class ReplayedExchangeTests : IDisposable
{
    private const int Rows = 8;

    private readonly TemporaryFolder _folder = new();
    private int _session;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ReplyNumbers.Normalised, false)]
    [InlineData(ReplyNumbers.Commands, false)]
    [InlineData(ReplyNumbers.Commands, true)]
    public void A_recorded_session_is_judged_again_as_it_was(ReplyNumbers replies, bool isShadow)
    {
        ProxyOptions options = NormalisedArm.Options(NormalisedArm.Spec(NormalisedArm.Range()), replies) with { IsShadow = isShadow, RecordFolder = _folder.Root };
        options = replies == ReplyNumbers.Commands ? options with { Spec = null } : options;
        Drive(options);
        using FlightLog log = FlightLog.Open(Assert.Single(Directory.GetFiles(_folder.Root)));
        GuardReplayResult result = GuardReplay.Run(log);
        Assert.Empty(result.Differences);
        Assert.True(result.IsIdentical, $"{result.Identical} of {result.Compared}");
        Assert.InRange(result.RecordedInterventions, 50, result.Steps - 50);
        Assert.Equal(result.RecordedInterventions, result.ReplayedInterventions);
    }

    [Fact]
    public void The_policy_is_recorded_in_its_own_numbers_and_the_rest_in_those_of_the_contract()
    {
        ProxyOptions options = NormalisedArm.Options(NormalisedArm.Spec(NormalisedArm.Range())) with { RecordFolder = _folder.Root };
        using (GuardedExchange exchange = New(options))
        {
            exchange.Observe([0.1, 0.2, 0.5]);
            NormalisedArm.Guard(exchange, NumpyArray.OfSingles([0.5f, 0.25f, 0.5f], new NumpyShape(1, 3)), out _);
        }

        using FlightLog log = FlightLog.Open(Assert.Single(Directory.GetFiles(_folder.Root)));
        FlightStep step = Assert.Single(log.Steps());
        double a = (-4 + (0.5 * 67)) * Math.PI / 180;
        double b = (16.5 + (0.25 * 66.5)) * Math.PI / 180;
        Assert.Equal([0.5, 0.25, 0.5], step.Policy!);
        Assert.Equal([a, b, 0.5], step.Unnormalised!.Select((value, i) => Math.Abs(value - (i == 0 ? a : i == 1 ? b : 0.5)) < 1e-6 ? (i == 0 ? a : i == 1 ? b : 0.5) : value));
        Assert.Equal([0.15, 0.25, 0.5], step.Guarded!.Select(value => Math.Round(value, 6)));
        Assert.Contains(log.Attachments, file => file.Name == "policy.execspec.json");
    }

    private void Drive(ProxyOptions options)
    {
        SeededRandom random = new(4);
        using GuardedExchange exchange = New(options);
        double[] state = [0, 0, 0.5];
        for (int request = 0; request < 40; request++)
        {
            state = request % 15 == 14 ? [-state[0], 0.9, 0.5] : state;
            exchange.Observe(request % 9 == 8 ? [] : state);
            if (request % 7 == 6)
            {
                exchange.Hold();
            }
            else
            {
                double[] row = Guarded(exchange, random, options.Replies, state);
                state = [row[0], row[1], 0.5];
            }

            exchange.Flush();
        }
    }

    // Somewhere about the robot, and now and then nonsense; the state comes close to what a row in the middle led to.
    private static double[] Guarded(GuardedExchange exchange, SeededRandom random, ReplyNumbers replies, double[] state)
    {
        float[] numbers = new float[Rows * 3];
        (double slopeA, double slopeB) = (random.NextDouble(-0.02, 0.06), random.NextDouble(-0.06, 0.02));
        for (int row = 0; row < Rows; row++)
        {
            double a = state[0] + (slopeA * (row + 1));
            double b = state[1] + (slopeB * (row + 1));
            bool isNormalised = replies == ReplyNumbers.Normalised;
            (numbers[row * 3], numbers[(row * 3) + 1], numbers[(row * 3) + 2]) = isNormalised
                ? (0.5f, (float)(((b * 180 / Math.PI) - 16.5) / 66.5), (float)(((a * 180 / Math.PI) + 4) / 67))
                : ((float)a, (float)b, 0.5f);
        }

        numbers[4] = random.NextInt(6) == 0 ? float.NaN : numbers[4];
        NumpyArray reply = NormalisedArm.Guard(exchange, NumpyArray.OfSingles(numbers, new NumpyShape(Rows, 3)), out _);
        return [state[0] + random.NextDouble(0, 0.1), state[1] - random.NextDouble(0, 0.1), reply.ElementCount];
    }

    private GuardedExchange New(ProxyOptions options) =>
        new(options.Contract, options, new RecordingFolder(options, TimeProvider.System).Begin("127.0.0.1:1#1", ++_session));
}
