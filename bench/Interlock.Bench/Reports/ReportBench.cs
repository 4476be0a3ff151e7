using System.Globalization;
using System.Text;
using Interlock.Bench.Series;
using Interlock.Dashboard.Reports;

namespace Interlock.Bench.Reports;

/// <summary>The report on a recording of 10 minutes at 1 kHz with 14 channels: how long it takes and how large it is, with and without the digest.</summary>
internal static class ReportBench
{
    private const int Steps = 600_000;
    private const double BudgetS = 5, BudgetMb = 5;

    public static bool Run(TextWriter output, TimeProvider time)
    {
        string folder = Directory.CreateTempSubdirectory("interlock-bench-report-").FullName;
        try
        {
            string path = Path.Combine(folder, "long.mcap");
            LargeRecording.Write(path, Steps, overview: true, time);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recording: {new FileInfo(path).Length / 1e6:0} MB, {Steps:N0} steps"));
            (double bareS, _) = Once(path, withDigests: false, time);
            (double s, int bytes) = Once(path, withDigests: true, time);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report without digest: {bareS:0.00} s; with digest: {s:0.00} s, budget {BudgetS:0} s; {bytes / 1e6:0.00} MB, budget {BudgetMb:0} MB"));
            return s <= BudgetS && bytes <= BudgetMb * 1e6;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double S, int Bytes) Once(string path, bool withDigests, TimeProvider time)
    {
        long before = time.GetTimestamp();
        string html = Report.Of(new ReportRequest { Path = path, WithDigests = withDigests }).Html;
        return (time.GetElapsedTime(before).TotalSeconds, Encoding.UTF8.GetByteCount(html));
    }
}
