using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Native.Border;
using Interlock.Native.Handles;

namespace Interlock.Native.Exports;

/// <summary>Making and ending guards; documented in <c>interlock.h</c>.</summary>
internal static unsafe class LifeExports
{
    /// <summary>Raised when a structure or a function of <c>interlock.h</c> changes its meaning.</summary>
    public const uint AbiVersion = 1;

    private const string ContractName = "contract";
    private const string CalibrationName = "calibration";

    [UnmanagedCallersOnly(EntryPoint = "il_abi_version", CallConvs = [typeof(CallConvCdecl)])]
    public static uint ReadAbiVersion() => AbiVersion;

    [UnmanagedCallersOnly(EntryPoint = "il_version", CallConvs = [typeof(CallConvCdecl)])]
    public static Status ReadVersion(byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            string version = typeof(LifeExports).Assembly.GetName().Version?.ToString(3) ?? "0";
            return TextOut.Write(version, buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_last_error", CallConvs = [typeof(CallConvCdecl)])]
    public static Status ReadLastError(byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            return TextOut.Write(LastError.Text, buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_create", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Create(
        byte* contract, nuint contractSize, byte* calibration, nuint calibrationSize,
        GuardOptionsData* options, byte* error, nuint errorCapacity, ulong* guard)
    {
        try
        {
            TextOut.Truncate(string.Empty, error, errorCapacity);
            ArgumentNullException.ThrowIfNull(guard);
            *guard = 0;
            GuardOptionsData settings = GuardOptionsData.Of(options);
            SafetyContract parsed = Parse(TextIn.Read(contract, contractSize, ContractName));
            *guard = HandleTable.Add(new ActionGuard(settings.Apply(parsed), settings.ToOptions(ReadCalibration(calibration, calibrationSize))));
            return Status.Ok;
        }
        catch (Exception exception)
        {
            Status status = LastError.Set(exception);
            TextOut.Truncate(LastError.Text, error, errorCapacity);
            return status;
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_destroy", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Destroy(ulong handle)
    {
        try
        {
            HandleSlot? slot = HandleTable.Enter(handle, out Status status);
            if (slot is null)
            {
                return LastError.Set(status, Refusals.Of(status));
            }

            HandleTable.Remove(slot);
            slot.Leave();
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    private static GuardCalibration? ReadCalibration(byte* text, nuint size)
    {
        if (text == null && size == 0)
        {
            return null;
        }

        return size <= CalibrationReader.LargestFile
            ? CalibrationReader.Read(TextIn.Items(text, size, CalibrationName).ToArray(), CalibrationName)
            : throw new ArgumentException($"calibration: {size} bytes, at most {CalibrationReader.LargestFile} are read");
    }

    private static SafetyContract Parse(string text)
    {
        DiagnosticCollector findings = new();
        SafetyContract? contract = ContractFile.Parse(text, ContractName, findings);
        findings.ThrowIfErrors();
        return contract!;
    }
}
