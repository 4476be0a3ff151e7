namespace Interlock;

/// <summary><c>double.MinNative</c> and <c>MaxNative</c> of .NET 10 for the .NET 9 build: a NaN on the left gives the right operand.</summary>
internal static class NativeExtrema
{
    extension(double)
    {
        public static double MinNative(double left, double right) => left < right ? left : right;

        public static double MaxNative(double left, double right) => left > right ? left : right;
    }
}
