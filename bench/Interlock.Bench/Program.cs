using System.Globalization;
using Interlock.Bench.Alarms;
using Interlock.Bench.Budgets;
using Interlock.Bench.Coverage;
using Interlock.Bench.Datasets;
using Interlock.Bench.ExecSpec;
using Interlock.Bench.Live;
using Interlock.Bench.Loop;
using Interlock.Bench.Monitors;
using Interlock.Bench.Onnx;
using Interlock.Bench.Proxies;
using Interlock.Bench.Recording;
using Interlock.Bench.Reports;
using Interlock.Bench.Series;
using Interlock.Bench.Soak;
using Interlock.Bench.Trajectory;
using Interlock.Core.Diagnostics;

const double NsPerMs = 1e6;

switch (args)
{
    case ["monitors"]:
        MonitorsBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["budgets"]:
        return BudgetCheck.Run(Console.Out, TimeProvider.System) ? 0 : 2;
    case ["length"]:
        LengthTable.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["datasets"]:
        LargeDataset dataset = new(TimeProvider.System);
        Console.WriteLine($"read 1M x 14 float32 from LeRobot Parquet: {dataset.ReadNs() / NsPerMs:0} ms");
        Console.WriteLine($"read and calibrate:                        {dataset.ReadAndCalibrateNs() / NsPerMs:0} ms");
        Console.WriteLine($"calibrate in memory, processor time:       {LargeDataset.CalibrateCpuNs() / NsPerMs:0} ms");
        return 0;
    case ["datasets", string folder]:
        LargeDataset.WriteTo(folder);
        return 0;
    case ["decode"]:
        DecodeBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["watch"]:
        StatisticsWatchBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["alarms"]:
        CusumBudgetBench.Run(Console.Out);
        return 0;
    case ["coverage"]:
        CoverageBench.Run(Console.Out);
        return 0;
    case ["gate"]:
        GateBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["hashing"]:
        HashBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["proxy"]:
        ProxyBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["proxy", "--soak"]:
        ProxySoak.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["trajectory"]:
        TrajectoryBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["recorder"]:
        RecorderBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["series"]:
        SeriesBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["report"]:
        return ReportBench.Run(Console.Out, TimeProvider.System) ? 0 : 2;
    case ["series", string path]:
        LargeRecording.Write(path, SeriesBench.Steps, overview: true, TimeProvider.System);
        return 0;
    case ["onnx"]:
        try
        {
            OnnxBench.Run(Console.Out, TimeProvider.System);
            return 0;
        }
        catch (DiagnosticException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 1;
        }
    case ["live", .. var words]:
        LiveBench.Run(Console.Out, words is [string span, ..] ? int.Parse(span, CultureInfo.InvariantCulture) : LiveBench.DefaultSeconds, isFifo: words is [_, "fifo"]);
        return 0;
    case ["live-feed", string served]:
        LiveServing.Run(Console.Out, int.Parse(served, CultureInfo.InvariantCulture));
        return 0;
    case ["live-viewer", string address, string kind]:
        await LiveViewerProcess.RunAsync(new Uri(address), reads: kind == "read");
        return 0;
    case ["loop"]:
        LoopBench.Run(Console.Out, TimeProvider.System);
        return 0;
    case ["length", "loop", .. var ticks]:
        LoopLength.Run(Console.Out, TimeProvider.System, ticks is [string text] ? long.Parse(text, CultureInfo.InvariantCulture) : LoopLength.DefaultTicks);
        return 0;
    case ["pacing", .. var seconds]:
        PacingBench.Run(Console.Out, seconds is [string length] ? int.Parse(length, CultureInfo.InvariantCulture) : PacingBench.DefaultSeconds);
        return 0;
    case ["soak", .. var soak]:
        return SoakBench.Run(Console.Out, Option(soak, "--minutes") ?? SoakBench.DefaultMinutes, (ulong)(Option(soak, "--seed") ?? 1)) ? 0 : 2;
    default:
        Console.Error.WriteLine("Usage: interlock-bench monitors | budgets | length [loop [TICKS]] | datasets [FOLDER] | alarms | coverage | hashing | decode | watch | gate");
        Console.Error.WriteLine("       loop | pacing [SECONDS] | trajectory | proxy [--soak] | recorder | series [FILE] | report | live-feed SECONDS | onnx | soak [--minutes M] [--seed S]");
        return 1;
}

static double? Option(string[] args, string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
