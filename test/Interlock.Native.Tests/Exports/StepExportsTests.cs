using System.Text.Json;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Guard;
using Interlock.Native.Border;
using Interlock.Native.Exports;
using Interlock.Native.Handles;

namespace Interlock.Native.Tests.Exports;

public sealed unsafe class StepExportsTests
{
    [Fact]
    public void The_library_sends_what_the_guard_sends()
    {
        ActionGuard expected = new(ContractFile.Parse(NativeCalls.Contract, "pair", new DiagnosticCollector())!);
        ulong guard = NativeCalls.Create();
        SeededRandom random = new(7);
        double[] safe = new double[2];
        double[] wanted = new double[2];
        for (int i = 0; i < 2000; i++)
        {
            double[] raw = [random.NextDouble() * 4 - 2, i % 97 == 3 ? double.NaN : random.NextDouble() * 150];
            StepResult result = expected.Step(raw, wanted);
            Assert.Equal(Status.Ok, NativeCalls.Step(guard, raw, safe, out StepResultData outcome));
            Assert.Equal(wanted, safe);
            Assert.Equal(((int)result.Verdict, result.Step, result.InterventionCount), (outcome.Verdict, outcome.Step, outcome.InterventionCount));
        }

        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        ulong guard = NativeCalls.Create();
        double[] raw = [3, 50];
        double[] safe = new double[2];
        NativeCalls.Step(guard, raw, safe, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            NativeCalls.Step(guard, raw, safe, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void No_action_at_all_is_a_hold_and_a_null_result_is_fine()
    {
        ulong guard = NativeCalls.Create();
        double[] safe = new double[2];
        NativeCalls.Step(guard, [0.5, 20], safe, out _);
        Assert.Equal(Status.Ok, NativeCalls.Step(guard, null, safe, out StepResultData outcome));
        Assert.Equal((int)Verdict.Hold, outcome.Verdict);
        Assert.Equal([0.5, 20], safe);
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void Wrong_sizes_and_null_pointers_are_refused_and_the_guard_is_as_before()
    {
        ulong guard = NativeCalls.Create();
        Assert.Equal(Status.Argument, NativeCalls.Step(guard, [0, 0], null, out _));
        Assert.Equal(Status.Argument, NativeCalls.Step(guard, [0, 0], new double[3], out _));
        delegate* unmanaged[Cdecl]<ulong, double*, nuint, StepInputData*, double*, nuint, StepResultData*, Status> step = &StepExports.Step;
        double* safe = stackalloc double[2];
        StepInputData wrong = new() { Size = 3 };
        StepInputData nowhere = new() { Size = (uint)sizeof(StepInputData), MeasuredCount = 2 };
        Assert.Equal(Status.Argument, step(guard, null, 2, null, safe, 2, null));
        Assert.Equal(Status.Argument, step(guard, null, nuint.MaxValue, null, safe, 2, null));
        Assert.Equal(Status.Argument, step(guard, safe, 2, &wrong, safe, 2, null));
        Assert.Equal(Status.Argument, step(guard, safe, 2, &nowhere, safe, 2, null));
        NativeCalls.Step(guard, [0, 0], new double[2], out StepResultData outcome);
        Assert.Equal(0, outcome.Step);
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void An_age_that_is_no_number_does_not_pass_the_watchdog()
    {
        ulong guard = NativeCalls.Create(NativeCalls.Contract + "\nwatchdog: { max_age_ms: 100, on_stale: hold }\n");
        double[] safe = new double[2];
        NativeCalls.Step(guard, [0.5, 20], safe, out _);
        delegate* unmanaged[Cdecl]<ulong, double*, nuint, StepInputData*, double*, nuint, StepResultData*, Status> step = &StepExports.Step;
        StepInputData input = new() { Size = (uint)sizeof(StepInputData), Flags = InputFlags.Age, AgeMs = double.NaN };
        StepResultData outcome;
        double* raw = stackalloc double[] { 0.6, 20 };
        double* sent = stackalloc double[2];
        Assert.Equal(Status.Ok, step(guard, raw, 2, &input, sent, 2, &outcome));
        Assert.Equal((int)Verdict.Hold, outcome.Verdict);
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void A_second_thread_inside_is_told_that_the_guard_is_busy()
    {
        ulong guard = NativeCalls.Create();
        HandleSlot inside = HandleTable.Enter(guard, out _)!;
        Assert.Equal(Status.Busy, NativeCalls.Step(guard, [0, 0], new double[2], out _));
        Assert.Equal(Status.Busy, NativeCalls.Destroy(guard));
        inside.Leave();
        Assert.Equal(Status.Ok, NativeCalls.Step(guard, [0, 0], new double[2], out _));
        NativeCalls.Destroy(guard);
    }

    [Fact]
    public void A_report_counts_the_steps_and_says_why()
    {
        ulong guard = NativeCalls.Create();
        NativeCalls.Step(guard, [0, 20], new double[2], out _);
        NativeCalls.Step(guard, [5, 20], new double[2], out _);
        using JsonDocument report = JsonDocument.Parse(NativeCalls.Report(guard, 0));
        Assert.Equal(2, report.RootElement.GetProperty("steps").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("clipped").GetInt32());
        Assert.StartsWith("GD11", report.RootElement.GetProperty("interventions")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
        NativeCalls.Destroy(guard);
    }
}
