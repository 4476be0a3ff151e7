using Interlock.Bench.Alarms;
using Interlock.Bench.Budgets;
using Interlock.Bench.Coverage;
using Interlock.Bench.Datasets;
using Interlock.Bench.ExecSpec;
using Interlock.Bench.Monitors;

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
    default:
        Console.Error.WriteLine("Usage: interlock-bench monitors | budgets | length | datasets [FOLDER] | alarms | coverage | hashing | decode | watch | gate");
        return 1;
}
