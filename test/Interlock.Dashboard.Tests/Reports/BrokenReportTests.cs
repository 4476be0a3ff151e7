using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Dashboard.Reports;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>A damaged recording ends in a finding, or in a report that says that it is one of a part.</summary>
public sealed class BrokenReportTests : IDisposable
{
    private const ulong Gigabyte = 1UL << 30;
    private const byte AttachmentIndex = 0x0A;

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _whole;

    public BrokenReportTests() =>
        _whole = File.ReadAllBytes(new ReportScene { IsStopped = true, Files = [("notes.txt", "text/plain", new byte[5000])], HasImages = true }.Write(_folder.PathOf("whole.mcap")));

    private string Broken => _folder.PathOf("broken.mcap");

    public void Dispose() => _folder.Dispose();

    /// <summary>Length of the record: more than the file has.</summary>
    [Fact]
    public void An_attachment_that_claims_a_gigabyte_takes_no_gigabyte()
    {
        int record = Record(_whole, "notes.txt", indexed: false);
        BinaryPrimitives.WriteUInt64LittleEndian(_whole.AsSpan(record + 1), Gigabyte);
        AssertHarmless(_whole);
    }

    /// <summary>Size in the index: more than the attachment has.</summary>
    [Fact]
    public void An_index_that_claims_a_gigabyte_takes_no_gigabyte()
    {
        int record = Record(_whole, "notes.txt", indexed: true);

        // Offset, length, log time, create time, then the size.
        BinaryPrimitives.WriteUInt64LittleEndian(_whole.AsSpan(record + 9 + 32), Gigabyte);
        AssertHarmless(_whole);
    }

    [Fact]
    public void A_recording_whose_index_is_gone_has_its_whole_report()
    {
        // The footer says that there is no summary.
        int footer = _whole.Length - 8 - 20;
        _whole.AsSpan(footer, 20).Clear();
        File.WriteAllBytes(Broken, _whole);
        Report report = ReportTests.Of(Broken);
        Pages.AssertParses(report.Html);
        Assert.Equal(200, ReportTests.Json(report).GetProperty("episodes")[0].GetProperty("steps").GetInt32());
    }

    [Fact]
    public void Wherever_it_was_cut_the_report_says_so_or_there_is_a_finding()
    {
        for (int share = 1; share < 20; share++)
        {
            File.WriteAllBytes(Broken, _whole[..(_whole.Length * share / 20)]);
            if (Made() is { } report)
            {
                Assert.Contains("The recording was not finished", report.Verdict + report.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Wherever_bytes_were_changed_there_is_a_page_that_parses_or_a_finding()
    {
        SeededRandom random = new(7);
        for (int i = 0; i < 60; i++)
        {
            byte[] bytes = [.. _whole];
            for (int change = 0; change <= random.NextInt(4); change++)
            {
                bytes[random.NextInt(bytes.Length)] = (byte)random.NextInt(256);
            }

            AssertHarmless(bytes);
        }
    }

    [Fact]
    public void Of_a_folder_the_others_are_reported_on()
    {
        File.WriteAllBytes(Broken, _whole[..40]);
        Report report = ReportTests.Of(_folder.Root, withReadiness: true);
        Assert.Equal(1, report.Episodes);
        Assert.StartsWith("broken.mcap: RC", Assert.Single(report.Problems), StringComparison.Ordinal);
        Pages.AssertParses(report.Html);
    }

    private static int Record(byte[] file, string name, bool indexed)
    {
        byte[] word = System.Text.Encoding.UTF8.GetBytes(name);
        int at = indexed ? file.AsSpan().LastIndexOf(word) : file.AsSpan().IndexOf(word);

        // Before the name: its length, then of an index 40 bytes, of an attachment its two times, then the record's opcode and length.
        int record = at - 4 - (indexed ? 40 : 16) - 9;
        Assert.Equal(indexed ? AttachmentIndex : (byte)0x09, file[record]);
        return record;
    }

    private void AssertHarmless(byte[] bytes)
    {
        File.WriteAllBytes(Broken, bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (Made() is { } report)
        {
            Pages.AssertParses(report.Html);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L << 20);
    }

    private Report? Made()
    {
        try
        {
            return ReportTests.Of(Broken, withReadiness: true);
        }
        catch (DiagnosticException exception)
        {
            Assert.All(exception.Diagnostics, finding => Assert.StartsWith("RC", finding.Code, StringComparison.Ordinal));
            return null;
        }
    }
}
