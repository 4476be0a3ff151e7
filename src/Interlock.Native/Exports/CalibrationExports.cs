using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Guard.Calibration;
using Interlock.Native.Border;
using Interlock.Native.Calibration;
using Interlock.Native.Handles;

namespace Interlock.Native.Exports;

/// <summary>Learning a contract from demonstrations in memory.</summary>
internal static unsafe class CalibrationExports
{
    [UnmanagedCallersOnly(EntryPoint = "il_calibrate", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Calibrate(
        double* actions, nuint count, long* lengths, nuint episodes, nuint channels,
        byte* names, nuint namesSize, CalibrationOptionsData* options, ulong* calibration)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(calibration);
            *calibration = 0;
            CalibrationOptions settings = CalibrationOptionsData.Of(options);
            string[] columns = EpisodeCutter.Names(TextIn.Read(names, namesSize, "names"), channels);
            double[][] cut = EpisodeCutter.Cut(
                TextIn.Items(actions, count, "actions"), TextIn.Items(lengths, episodes, "lengths"), columns.Length);
            CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(new ArrayEpisodes(cut, columns, settings.RateHz), settings);
            *calibration = HandleTable.Add(new CalibrationTexts(outcome));
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_calibration_text", CallConvs = [typeof(CallConvCdecl)])]
    public static Status ReadText(ulong handle, int part, byte* buffer, nuint capacity, nuint* needed)
    {
        try
        {
            using Entry<CalibrationTexts> entry = new(handle);
            return TextOut.Write(entry.Content.Part(part), buffer, capacity, needed);
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }
}
