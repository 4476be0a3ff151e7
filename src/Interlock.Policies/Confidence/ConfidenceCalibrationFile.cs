using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Files;

namespace Interlock.Policies.Confidence;

/// <summary>Reads and writes <c>*.confidence.json</c> files. What is read is checked against itself: thresholds are computed again.</summary>
public static class ConfidenceCalibrationFile
{
    /// <summary>Format tag of the file.</summary>
    public const string FormatTag = "confidence/1";

    /// <summary>Largest file that is read.</summary>
    public const long MostFileBytes = 64 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DiagnosticException">PO170 to PO174, PO190 to PO192.</exception>
    public static ConfidenceCalibration Load(string path) => CalibrationFileReader.Read(FileBytes.Read(path, MostFileBytes), path);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">The file as findings name it.</param>
    /// <exception cref="DiagnosticException">PO171 to PO174, PO190 to PO192.</exception>
    public static ConfidenceCalibration Parse(string json, string fileName) =>
        CalibrationFileReader.Read(Encoding.UTF8.GetBytes(json), fileName);

    /// <summary>The text of the file; the same calibration gives the same bytes.</summary>
    public static string ToText(ConfidenceCalibration calibration) => CalibrationFileWriter.Write(calibration);
}
