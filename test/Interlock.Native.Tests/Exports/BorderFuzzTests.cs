using System.Text;
using Interlock.Core.Randomness;
using Interlock.Native.Border;

namespace Interlock.Native.Tests.Exports;

/// <summary>Seeded nonsense across the border: a status comes back, nothing is thrown, and a good guard goes on working.</summary>
public sealed class BorderFuzzTests
{
    private const string CountVariable = "INTERLOCK_FUZZ_COUNT";

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), out int asked) ? asked : 20_000;

    [Fact]
    public void Handles_that_were_made_up_are_refused()
    {
        ulong good = NativeCalls.Create();
        SeededRandom random = new(11);
        for (int i = 0; i < Count; i++)
        {
            ulong handle = i % 2 == 0 ? random.NextBits() : good ^ (1UL << (int)(random.NextBits() % 64));
            Assert.Equal(Status.Handle, NativeCalls.Step(handle, [0, 0], new double[2], out _));
            Assert.Equal(Status.Handle, NativeCalls.Destroy(handle));
        }

        Assert.Equal(Status.Ok, NativeCalls.Destroy(good));
        Assert.Equal(Status.Handle, NativeCalls.Destroy(good));
        Assert.Equal(Status.Handle, NativeCalls.Destroy(0));
        Assert.NotEqual(good, NativeCalls.Create());
    }

    [Fact]
    public void Broken_contracts_are_findings_and_give_no_guard()
    {
        SeededRandom random = new(13);
        byte[] template = Encoding.UTF8.GetBytes(NativeCalls.Contract);
        for (int i = 0; i < Count / 10; i++)
        {
            byte[] text = Mutate(template, random);
            Status status = NativeCalls.TryCreate(text, i % 7 == 0 ? Mutate(template, random) : null, out ulong guard, out string error);
            Assert.True(status is Status.Ok or Status.Data, $"{status}: {error}");
            Assert.Equal(status == Status.Ok, guard != 0);
            Assert.Equal(status == Status.Ok, error.Length == 0);
            if (guard != 0)
            {
                NativeCalls.Destroy(guard);
            }
        }
    }

    [Fact]
    public void Actions_of_any_length_and_value_give_finite_commands_inside_the_bounds()
    {
        double[] hostile = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, -double.Epsilon, 1e308];
        ulong guard = NativeCalls.Create();
        SeededRandom random = new(17);
        double[] safe = new double[2];
        NativeCalls.Step(guard, [0, 0], safe, out _);
        for (int i = 0; i < Count; i++)
        {
            double[] raw = new double[random.NextBits() % 5];
            for (int j = 0; j < raw.Length; j++)
            {
                raw[j] = random.NextBits() % 4 == 0 ? hostile[random.NextBits() % 6] : (random.NextDouble() - 0.5) * 300;
            }

            Assert.Equal(Status.Ok, NativeCalls.Step(guard, raw, safe, out _));
            Assert.InRange(safe[0], -1, 1);
            Assert.InRange(safe[1], 0, 100);
        }

        NativeCalls.Destroy(guard);
    }

    private static byte[] Mutate(byte[] template, SeededRandom random)
    {
        byte[] text = template[..(int)(random.NextBits() % 8 == 0 ? random.NextBits() % (ulong)template.Length : (ulong)template.Length)];
        for (ulong edits = random.NextBits() % 6; edits > 0 && text.Length > 0; edits--)
        {
            text[random.NextBits() % (ulong)text.Length] = (byte)random.NextBits();
        }

        return text;
    }
}
