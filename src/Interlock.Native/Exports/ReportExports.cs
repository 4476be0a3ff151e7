using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Guard;
using Interlock.Native.Border;
using Interlock.Native.Handles;
using Interlock.Native.Reports;

namespace Interlock.Native.Exports;

/// <summary>What a guard is and what it did.</summary>
internal static unsafe class ReportExports
{
    [UnmanagedCallersOnly(EntryPoint = "il_channel_count", CallConvs = [typeof(CallConvCdecl)])]
    public static int CountChannels(ulong handle)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            return entry.Content.ChannelCount;
        }
        catch (Exception exception)
        {
            return (int)LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_describe", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Describe(ulong handle, byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            return TextOut.Write(DescriptionJson.Of(entry.Content), buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_report", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Report(ulong handle, int scope, byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            return TextOut.Write(ReportJson.Of(entry.Content, ReportScopes.Of(scope)), buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_intervention_at", CallConvs = [typeof(CallConvCdecl)])]
    public static Status ReadIntervention(ulong handle, nuint index, InterventionData* intervention)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(intervention);
            using Entry<ActionGuard> entry = new(handle);
            *intervention = InterventionData.Of(entry.Content.LastInterventions[Place(entry.Content, index)]);
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_explain", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Explain(ulong handle, nuint index, byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            ActionGuard guard = entry.Content;
            return TextOut.Write(guard.Explain(guard.LastInterventions[Place(guard, index)]), buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    private static int Place(ActionGuard guard, nuint index)
    {
        int count = guard.LastInterventions.Length;
        return index < (nuint)count ? (int)index : throw new ArgumentException($"index: the newest step has {count} interventions");
    }
}
