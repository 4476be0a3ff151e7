using Interlock.Core.Randomness;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class JerkLimitedStopTests
{
    private const int Cases = 20_000;

    [Fact]
    public void The_stop_is_dead_beat_inside_its_limits()
    {
        SeededRandom random = new(1);
        for (int i = 0; i < Cases; i++)
        {
            (double motion, double change, ChannelEnvelope envelope) = State(random);
            int steps = 0;
            while (motion != 0 || change != 0)
            {
                double next = ChannelStop.NextMotion(motion, change, envelope);
                double nextChange = next - motion;
                double slack = 1e-9 * envelope.MaxMotionJerk;
                Assert.InRange(Math.Abs(nextChange), 0, envelope.MaxMotionChange + slack);
                Assert.InRange(Math.Abs(nextChange - change), 0, envelope.MaxMotionJerk + slack);
                (motion, change) = (next, nextChange);
                Assert.True(++steps < 2000, $"case {i} does not come to rest");
            }
        }
    }

    [Fact]
    public void The_stop_of_the_next_state_is_the_rest_of_this_stop()
    {
        // A stop that is verified stays verified along its own way: the guard is never caught without one.
        SeededRandom random = new(2);
        int verified = 0;
        for (int i = 0; i < Cases; i++)
        {
            (double motion, double change, ChannelEnvelope envelope) = State(random);
            double position = random.NextDouble(-1, 1) * 20;
            envelope = envelope with { Low = -20, High = 20, MaxMotion = Math.Abs(motion) * random.NextDouble(1, 1.5) };
            if (!JerkLimitedStop.IsVerified(position, motion, change, envelope))
            {
                continue;
            }

            verified++;
            for (int step = 0; step < 2000 && (motion != 0 || change != 0); step++)
            {
                double next = ChannelStop.NextMotion(motion, change, envelope);
                (position, motion, change) = (position + next, next, next - motion);
                Assert.True(position is >= -20 and <= 20 && Math.Abs(motion) <= envelope.MaxMotion, $"case {i}, step {step}");
                Assert.True(JerkLimitedStop.IsVerified(position, motion, change, envelope), $"case {i}, step {step}");
            }
        }

        Assert.InRange(verified, Cases / 20, Cases - 1);
    }

    [Fact]
    public void A_state_that_cannot_stop_in_time_is_not_verified()
    {
        ChannelEnvelope envelope = Envelopes.Free with { High = 1, MaxMotionJerk = 0.01, MaxMotionChange = 0.05 };

        Assert.True(JerkLimitedStop.IsVerified(0, 0.05, 0, envelope));
        Assert.False(JerkLimitedStop.IsVerified(0.9, 0.1, 0, envelope));
        Assert.False(JerkLimitedStop.IsVerified(1.1, 0, 0, envelope));
    }

    private static (double Motion, double Change, ChannelEnvelope Envelope) State(SeededRandom random)
    {
        double jerk = Math.Pow(10, random.NextDouble(-3, 1));
        double most = random.NextInt(3) == 0 ? double.PositiveInfinity : jerk * random.NextDouble(0.3, 20);
        double change = random.NextInt(4) == 0 ? 0 : random.NextDouble(-1, 1) * Math.Min(most, 10 * jerk);
        double motion = random.NextInt(8) == 0 ? 0 : random.NextDouble(-100, 100) * jerk;
        return (motion, change, Envelopes.Free with { MaxMotionChange = most, MaxMotionJerk = jerk });
    }
}
