using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Guard;
using Interlock.Native.Border;
using Interlock.Native.Handles;

namespace Interlock.Native.Exports;

/// <summary>One guard step; allocates nothing and throws nothing on its way.</summary>
internal static unsafe class StepExports
{
    [UnmanagedCallersOnly(EntryPoint = "il_step", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Step(
        ulong handle, double* raw, nuint rawCount, StepInputData* input, double* safe, nuint safeCount, StepResultData* result)
    {
        HandleSlot? slot = HandleTable.Enter(handle, out Status status);
        if (slot is null)
        {
            return LastError.Set(status, Refusals.Of(status));
        }

        try
        {
            if (slot.Content is not ActionGuard guard)
            {
                return LastError.Set(Status.Handle, Refusals.Of(Status.Handle));
            }

            if (safe == null || safeCount != (nuint)guard.ChannelCount || (raw == null && rawCount != 0) || rawCount > int.MaxValue)
            {
                return LastError.Set(Status.Argument, "raw or safe is a null pointer, or safe is not one value per channel");
            }

            if (!StepInputData.IsReadable(input))
            {
                return LastError.Set(Status.Argument, "input: wrong size, or a null pointer with a count");
            }

            StepResult outcome = guard.Step(
                new ReadOnlySpan<double>(raw, (int)rawCount), StepInputData.Of(input), new Span<double>(safe, (int)safeCount));
            if (result != null)
            {
                *result = StepResultData.Of(outcome);
            }

            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
        finally
        {
            slot.Leave();
        }
    }
}
