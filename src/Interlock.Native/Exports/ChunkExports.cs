using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Guard;
using Interlock.Native.Border;
using Interlock.Native.Handles;

namespace Interlock.Native.Exports;

/// <summary>Whole chunks: announced, checked, or guarded row by row.</summary>
internal static unsafe class ChunkExports
{
    [UnmanagedCallersOnly(EntryPoint = "il_begin_chunk", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Begin(ulong handle, double* chunk, nuint count, int samples, double* origin, nuint originCount)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            entry.Content.BeginChunk(TextIn.Items(chunk, count, "chunk"), samples, TextIn.Items(origin, originCount, "origin"));
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_check_chunk", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Check(
        ulong handle, double* chunk, nuint count, double* origin, nuint originCount, ChunkFindingData* finding)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(finding);
            using Entry<ActionGuard> entry = new(handle);
            *finding = ChunkFindingData.Of(
                entry.Content.CheckChunk(TextIn.Items(chunk, count, "chunk"), TextIn.Items(origin, originCount, "origin")));
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_step_chunk", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Step(
        ulong handle, double* chunk, nuint rows, nuint columns, StepInputData* input, double* safe, StepResultData* results)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            ActionGuard guard = entry.Content;
            RequireShape(guard, rows, columns, input);
            int width = guard.ChannelCount;
            ReadOnlySpan<double> raw = TextIn.Items(chunk, rows * columns, "chunk");
            Span<double> sent = new(safe, TextIn.Items(safe, rows * columns, "safe").Length);
            for (int row = 0; row < (int)rows; row++)
            {
                StepInput known = row == 0 ? StepInputData.Of(input) : StepInputData.OfLaterRow(input);
                StepResult outcome = guard.Step(raw.Slice(row * width, width), known, sent.Slice(row * width, width));
                if (results != null)
                {
                    results[row] = StepResultData.Of(outcome);
                }
            }

            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    private static void RequireShape(ActionGuard guard, nuint rows, nuint columns, StepInputData* input)
    {
        if (columns != (nuint)guard.ChannelCount || rows > int.MaxValue / columns)
        {
            throw new ArgumentException($"chunk: {rows}×{columns} is not rows of {guard.ChannelCount} channels");
        }

        if (!StepInputData.IsReadable(input))
        {
            throw new ArgumentException("input: wrong size, or a null pointer with a count");
        }
    }
}
