using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Overview;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Format;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Overview;

/// <summary>Attachments that somebody changed: each is read or refused with a finding, and costs no more memory than its bytes allow.</summary>
public sealed class OverviewFuzzTests
{
    private const int Runs = 2000;

    // The attachment has 70 kB; lists of its entries may take some times that.
    private const long MostBytes = 8 << 20;

    [Fact]
    public void Changed_bytes_are_read_or_refused()
    {
        byte[] whole = Attachment();
        SeededRandom random = new(21);
        int refused = 0;
        for (int run = 0; run < Runs; run++)
        {
            byte[] changed = whole.ToArray();
            int reach = run % 2 == 0 ? changed.Length : 200;
            for (int i = 0; i <= run % 3; i++)
            {
                changed[random.NextInt(reach)] = (byte)(random.NextDouble() < 0.5 ? 0xFF : random.NextInt(256));
            }

            refused += Refuses(changed[..(run % 5 == 0 ? random.NextInt(changed.Length) : changed.Length)]) ? 1 : 0;
        }

        Assert.InRange(refused, Runs / 10, Runs - 1);
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        byte[] whole = Attachment();
        SeededRandom random = new(22);
        for (int run = 0; run < 300; run++)
        {
            Assert.True(Refuses(whole[..random.NextInt(whole.Length)]));
        }

        Assert.True(Refuses([.. whole, 0]));
        Assert.False(Refuses(whole));
    }

    [Fact]
    public void Another_version_has_a_code_of_its_own()
    {
        byte[] later = Attachment();
        later[8] = 2;
        Assert.Equal("RC041", Assert.Throws<DiagnosticException>(() => OverviewReader.Read(later, "x")).Diagnostics[0].Code);
    }

    private static bool Refuses(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            RecordingOverview overview = OverviewReader.Read(bytes, "x.mcap");
            for (int i = 0; i < overview.Signals.Count; i++)
            {
                Assert.Equal(overview.Buckets, overview.Lows(i).Length);
                Assert.Equal(overview.Buckets, overview.Highs(i).Length);
                _ = overview.Signals[i].Group + overview.Signals[i].Name;
            }

            return false;
        }
        catch (DiagnosticException exception)
        {
            Assert.StartsWith("RC04", exception.Diagnostics[0].Code, StringComparison.Ordinal);
            return true;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }
    }

    private static byte[] Attachment()
    {
        OverviewBuilder builder = new(FlightSample.Layout, 0);
        StepFrame frame = new(FlightSample.Layout);
        for (int tick = 0; tick < 500; tick++)
        {
            FlightSample.Fill(frame, tick);
            frame.Verdict = tick / 50 % 4;
            builder.Add(frame, tick * FlightSample.PeriodNs);
            builder.Add(new FlightEvent { MonotonicNs = 0, Kind = FlightEventKind.Alarm, Code = FlightCode.Of($"GD{tick % 5}"), Channel = 1, Value = 2 }, tick * FlightSample.PeriodNs);
            builder.AddChunk(tick * FlightSample.PeriodNs, 8, 12, tick % 2 == 0);
        }

        builder.Close(long.MaxValue);
        return OverviewWriter.Write(builder).ToArray();
    }
}
