namespace Interlock.Dashboard.Tests.Plots;

/// <summary>The CIEDE2000 colour difference, as Sharma, Wu and Dalal write it (2005).</summary>
internal static class Ciede2000
{
    private const double Chroma7 = 6103515625; // 25 to the 7th

    public static double Between((double L, double A, double B) one, (double L, double A, double B) other)
    {
        double mean = (Length(one.A, one.B) + Length(other.A, other.B)) / 2;
        double stretch = 1.5 - (0.5 * Share(mean));
        double c1 = Length(one.A * stretch, one.B), c2 = Length(other.A * stretch, other.B);
        double h1 = Hue(one.A * stretch, one.B), h2 = Hue(other.A * stretch, other.B);
        bool isGrey = c1 * c2 == 0;
        double turn = isGrey ? 0 : h2 - h1;
        turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
        double l = (one.L + other.L) / 2, c = (c1 + c2) / 2;
        double h = isGrey ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
        double t = 1 - (0.17 * Cos(h - 30)) + (0.24 * Cos(2 * h)) + (0.32 * Cos((3 * h) + 6)) - (0.2 * Cos((4 * h) - 63));
        double off = (l - 50) * (l - 50);
        double dl = (other.L - one.L) / (1 + (0.015 * off / Math.Sqrt(20 + off)));
        double dc = (c2 - c1) / (1 + (0.045 * c));
        double dh = 2 * Math.Sqrt(c1 * c2) * Math.Sin(double.DegreesToRadians(turn / 2)) / (1 + (0.015 * c * t));
        double bend = 60 * Math.Exp(-(h - 275) / 25 * ((h - 275) / 25));
        double cross = -2 * Share(c) * Math.Sin(double.DegreesToRadians(bend));
        return Math.Sqrt((dl * dl) + (dc * dc) + (dh * dh) + (cross * dc * dh));
    }

    private static double Share(double chroma) => Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Chroma7));

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Hue(double a, double b) => (double.RadiansToDegrees(Math.Atan2(b, a)) + 360) % 360;

    private static double Cos(double degrees) => Math.Cos(double.DegreesToRadians(degrees));
}
