using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Tests.Proxies.Guarding.Normalised;

public sealed class RewrittenRowsTests
{
    private const int Rows = 20;
    private const double RadPerDeg = Math.PI / 180;

    /// <summary>Adding rad to a displacement and back is off by a bit of a double.</summary>
    private const double DoubleRounding = 1e-12;

    private static readonly ControllerSpec TakesTargets = new() { Reference = ActionReference.Absolute };

    [Theory]
    [InlineData(NormalisationScheme.MinMax, null, 4)]
    [InlineData(NormalisationScheme.MinMax, null, 8)]
    [InlineData(NormalisationScheme.MeanStd, null, 4)]
    [InlineData(NormalisationScheme.MinMax, ActionReference.RelativeChunk, 4)]
    [InlineData(NormalisationScheme.MinMax, ActionReference.DeltaStep, 4)]
    [InlineData(NormalisationScheme.MeanStd, ActionReference.DeltaStep, 4)]
    public void What_a_script_decodes_from_any_reply_is_inside_the_contract(NormalisationScheme scheme, ActionReference? reference, int bytes)
    {
        SeededRandom random = new(17);
        ExecutableSpec spec = NormalisedArm.Spec(Statistics(scheme, reference), reference, reference is null ? null : TakesTargets);
        ActionDecoder script = new(spec);
        int changed = 0;
        for (int run = 0; run < 200; run++)
        {
            using GuardedExchange exchange = NormalisedArm.Exchange(spec, options => options with { ExecutedRows = Rows });
            double[] state = [random.NextDouble(-0.99, 0.99), random.NextDouble(-0.69, 1.29), 0.5];
            double[] before = state;
            for (int request = 0; request < 2; request++)
            {
                exchange.Observe(state);
                NumpyArray reply = NormalisedArm.Guard(exchange, Reply(random, bytes), out ExchangeReport report);
                changed += report.Changed;
                before = AssertAbides(script, reply, state, before);
                state = before;
            }
        }

        Assert.InRange(changed, 1000, int.MaxValue);
    }

    [Fact]
    public void Rows_that_are_allowed_stay_to_the_byte()
    {
        ExecutableSpec spec = NormalisedArm.Spec(NormalisedArm.Range());
        double[] state = [0.1, 0.2, 0.5];
        using GuardedExchange exchange = NormalisedArm.Exchange(spec);
        exchange.Observe(state);
        float[] numbers = [0.5f, Number(spec, 1, 0.2), Number(spec, 2, 0.1), 0.25f, Number(spec, 1, 0.21), Number(spec, 2, 0.11), float.NegativeZero, Number(spec, 1, 0.22), 1.4f];
        byte[] before = NumpyArray.OfSingles(numbers, new NumpyShape(3, 3)).Data.ToArray();
        byte[] after = NormalisedArm.Guard(exchange, NumpyArray.OfSingles(numbers, new NumpyShape(3, 3)), out ExchangeReport report).Data.ToArray();
        Assert.Equal((2, 1), (report.Passed, report.Clipped));
        Assert.Equal(before[..^4], after[..^4]);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void A_row_of_nonsense_becomes_numbers_that_hold_the_robot()
    {
        ExecutableSpec spec = NormalisedArm.Spec(NormalisedArm.Range());
        using GuardedExchange exchange = NormalisedArm.Exchange(spec);
        exchange.Observe([0.1, 0.2, 0.5]);
        NumpyArray reply = NormalisedArm.Guard(exchange, NumpyArray.OfSingles([0.5f, 0.1f, float.NaN], new NumpyShape(1, 3)), out ExchangeReport report);
        double[] command = Decoded(new ActionDecoder(spec), reply, 0, [0.1, 0.2, 0.5], [0.1, 0.2, 0.5]);
        Assert.Equal(1, report.Held);
        Assert.Equal([0.1, 0.2, 0.5], command.Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Holding_rows_are_in_the_numbers_of_the_replies()
    {
        ExecutableSpec spec = NormalisedArm.Spec(NormalisedArm.Range());
        using GuardedExchange exchange = NormalisedArm.Exchange(spec);
        exchange.Observe([0.1, 0.2, 0.5]);
        NumpyArray rows = NumpyArray.OfDoubles(exchange.Hold().Span, new NumpyShape(1, 3));
        Assert.Equal([0.1, 0.2, 0.5], Decoded(new ActionDecoder(spec), rows, 0, [0.1, 0.2, 0.5], []).Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void A_command_beyond_what_the_library_clips_is_an_error_and_nothing_goes_out()
    {
        Normaliser clipping = NormalisedArm.Range() with { Arithmetic = LibraryArithmetic.OpenPi with { InverseClip = 0.1 } };
        using GuardedExchange exchange = NormalisedArm.Exchange(NormalisedArm.Spec(clipping));
        exchange.Observe([0.9, 0.2, 0.5]);
        DiagnosticException refused = Assert.Throws<DiagnosticException>(
            () => NormalisedArm.Guard(exchange, NumpyArray.OfSingles([0.5f, 0, 0], new NumpyShape(1, 3)), out _));
        Assert.Equal("RT233", refused.Diagnostics[0].Code);
        Assert.Contains("`a`", refused.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static Normaliser Statistics(NormalisationScheme scheme, ActionReference? reference)
    {
        Normaliser range = NormalisedArm.Range(LibraryArithmetic.OpenPi, scheme);
        return reference == ActionReference.DeltaStep
            ? range with { Statistics = new ActionStatistics { Channels = 3, Min = [0, -5, -7], Max = [1, 8, 6], Mean = [0, 0.1, -0.7], Std = [1, 3.1, 2.9] } }
            : range;
    }

    private static NumpyArray Reply(SeededRandom random, int bytes)
    {
        double[] numbers = [.. Enumerable.Range(0, Rows * 3).Select(i => i % 3 == 0 ? random.NextDouble(-0.5, 1.5) : random.NextDouble(-1.2, 1.2))];
        return bytes == sizeof(double)
            ? NumpyArray.OfDoubles(numbers, new NumpyShape(Rows, 3))
            : NumpyArray.OfSingles([.. numbers.Select(number => (float)number)], new NumpyShape(Rows, 3));
    }

    // As whoever asked decodes it: row by row, each from the one before.
    private static double[] AssertAbides(ActionDecoder script, NumpyArray reply, double[] state, double[] before)
    {
        for (int row = 0; row < Rows; row++)
        {
            double[] command = Decoded(script, reply, row, state, before);
            for (int i = 0; i < 3; i++)
            {
                ChannelContract channel = NormalisedArm.Contract.Channels[i];
                Assert.InRange(command[i], channel.Min!.Value - DoubleRounding, channel.Max!.Value + DoubleRounding);
                if (channel.MaxStep is { } step)
                {
                    Assert.InRange(Math.Abs(command[i] - before[i]), 0, step + DoubleRounding);
                }
            }

            before = command;
        }

        return before;
    }

    private static double[] Decoded(ActionDecoder script, NumpyArray reply, int row, double[] state, double[] before)
    {
        double[] values = new double[reply.ElementCount];
        reply.CopyTo(values);
        double[] command = new double[3];
        script.DecodeOne(values.AsSpan(row * 3, 3), row, InSpec(state), before.Length == 0 ? [] : InSpec(before), command);
        return [command[2] * RadPerDeg, command[1] * RadPerDeg, command[0]];
    }

    private static double[] InSpec(double[] row) => [row[2], row[1] / RadPerDeg, row[0] / RadPerDeg];

    private static float Number(ExecutableSpec spec, int place, double rad)
    {
        AffineMap map = new ActionDecoder(spec).Unnormaliser.InverseMap;
        return (float)(((rad / RadPerDeg) - map.OffsetAt(0)[place]) / map.ScaleAt(0)[place]);
    }
}
