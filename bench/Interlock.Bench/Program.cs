using Interlock.Bench.Monitors;

if (args is ["monitors"])
{
    MonitorsBench.Run(Console.Out, TimeProvider.System);
    return 0;
}

Console.Error.WriteLine("Usage: interlock-bench monitors");
return 1;
